#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs the packages that the lane needs and that are missing.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

packages=(wine64 gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 python3 python3-pip)

[ "$(dpkg --print-architecture)" = amd64 ] || fail "the Windows JVMs are for amd64"

missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
say "installing ${missing[*]} ..."
root=()
[ "$(id -u)" = 0 ] || root=(sudo)
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
