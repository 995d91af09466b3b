# SPDX-License-Identifier: Apache-2.0
# Sourced by every script of the lane: where things are, what is printed, what need not be made again.
# shellcheck shell=bash disable=SC2034
set -Eeuo pipefail

LANE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TARGET=$LANE/target
STANDIN=$LANE/../mprapi
WINE_HOME=/usr/lib/wine # Debian's wine64 puts nothing into /usr/bin
BUILTIN=/usr/lib/x86_64-linux-gnu/wine/x86_64-windows

export WINEPREFIX=$TARGET/prefix WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8
SYSTEM32=$WINEPREFIX/drive_c/windows/system32
overrides='mscoree,mshtml,winemenubuilder.exe=' # no Mono, no HTML engine, no menus
export WINEDLLOVERRIDES=$overrides
unset DISPLAY WAYLAND_DISPLAY

say() { printf 'wine: %s\n' "$*" >&2; }

fail() {
    printf 'wine: FAILED: %s\n' "$*" >&2
    exit 1
}

# A command that fails ends its script: not in silence.
trap 'say "FAILED: $BASH_COMMAND"' ERR

# part NAME KEY COMMAND...: makes a part unless it was last made from the same KEY.
part() {
    local name=$1 key=$2 start=$SECONDS
    shift 2
    [ "$(cat "$TARGET/$name.stamp" 2>/dev/null)" != "$key" ] || return 0
    say "$name ..."
    rm -f "$TARGET/$name.stamp"
    "$@"
    echo "$key" >"$TARGET/$name.stamp"
    say "$name made in $((SECONDS - start)) s"
}

# A key: the hash of the contents of these files.
hash_of() { cat "$@" | sha256sum | cut -c1-16; }

# Ends every Windows program of this prefix, and of no other.
stop_wine() { "$WINE_HOME/wineserver64" -k 2>/dev/null || true; }
