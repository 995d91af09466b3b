# SPDX-License-Identifier: Apache-2.0
# The Wine prefix: a Windows of its own, without a display, with our iphlpapi.dll before Wine's.
# shellcheck shell=bash

make_prefix() {
    stop_wine
    rm -rf "$WINEPREFIX"
    # Without 32-bit Wine, wineboot complains of that alone; it counts what it has made.
    timeout 180 "$WINE_HOME/wine64" wineboot -i >"$TARGET/wineboot.log" 2>&1 || true
    timeout 60 "$WINE_HOME/wineserver64" -w || true
    [ -s "$SYSTEM32/kernel32.dll" ] || fail "no Wine prefix was made: see $TARGET/wineboot.log"
    mkdir -p "$WINEPREFIX/drive_c/wine"
    cp "$BUILTIN/iphlpapi.dll" "$WINEPREFIX/drive_c/wine/"
    cp "$TARGET/iphlpapi.dll" "$SYSTEM32/"
}
