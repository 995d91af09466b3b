#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Makes the parts of the lane, each only when what it is made from has changed.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$LANE/build/java.sh"
. "$LANE/build/prefix.sh"
. "$LANE/build/dlls.sh"

for tool in "$WINE_HOME/wine64" "$WINE_HOME/wineserver64" x86_64-w64-mingw32-gcc x86_64-w64-mingw32-objdump python3 pip3; do
    command -v "$tool" >/dev/null || fail "$tool is missing: run '$LANE/wine install'"
done

mkdir -p "$TARGET"
trap stop_wine EXIT
wine=$(dpkg-query -W -f '${Version}' wine64)
part java-25 "$(hash_of "$LANE/build/java.sh")" make_java 25
part java-17 "$(hash_of "$LANE/build/java.sh")" make_java 17
part iphlpapi "$wine $(hash_of "$LANE/build/dlls.sh" "$LANE/build/iphlpapi.c")" make_iphlpapi
part prefix "$(cat "$TARGET/iphlpapi.stamp") $(hash_of "$LANE/build/prefix.sh")" make_prefix
part decoy "$(hash_of "$LANE/build/dlls.sh" "$LANE/build/decoy.c")" make_decoy
part mprapi "$(cat "$TARGET/prefix.stamp") $(hash_of "$STANDIN"/*.[ch] "$STANDIN/build" "$STANDIN/common.sh")" make_mprapi
