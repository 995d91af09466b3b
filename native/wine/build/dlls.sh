# SPDX-License-Identifier: Apache-2.0
# The DLLs: what Wine 8 lacks for Java 25, the stand-ins for mprapi.dll, and one that must never be loaded.
# shellcheck shell=bash

dll() { x86_64-w64-mingw32-gcc -std=gnu11 -O2 -Wall -Wextra -Werror -shared -s "$@"; }

# Every name Wine's iphlpapi.dll exports, but those for packet filters (_Pf...@N), jumps to Wine's; the one it lacks is added.
make_iphlpapi() {
    local names=$TARGET/iphlpapi
    mkdir -p "$names"
    x86_64-w64-mingw32-objdump -p "$BUILTIN/iphlpapi.dll" |
        awk '/Ordinal\/Name Pointer/ {on = 1; next} !NF {on = 0} on && $NF ~ /^[A-Za-z][A-Za-z0-9]*$/ {print $NF}' >"$names/names"
    [ -s "$names/names" ] || fail "no exports found in $BUILTIN/iphlpapi.dll"
    sed 's/.*/NAME(&)/' "$names/names" >"$names/names.h"
    awk 'BEGIN {print "EXPORTS\n GetAnycastIpAddressTable"} {printf " %s = jump_%s\n", $1, $1}' "$names/names" >"$names/exports.def"
    awk 'BEGIN {print ".text"} {printf ".globl jump_%s\njump_%s: jmp *wine_%s(%%rip)\n", $1, $1, $1}' "$names/names" >"$names/jumps.S"
    dll -I "$names" -o "$TARGET/iphlpapi.dll" "$LANE/build/iphlpapi.c" "$names/jumps.S" "$names/exports.def"
}

make_decoy() { dll -o "$TARGET/decoy.dll" "$LANE/build/decoy.c"; }

# The stand-in, once through its own test as a Windows program.
make_mprapi() {
    "$STANDIN/build" windows >/dev/null
    timeout 120 "$WINE_HOME/wine64" "$STANDIN/target/windows/selftest.exe" 100 >&2 || fail "the stand-in's own test"
}
