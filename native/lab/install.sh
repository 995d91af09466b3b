#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs the packages that the lab needs and that are missing.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

packages=(qemu-system-x86 linux-headers-amd64 gcc make binutils xz-utils zstd cpio squashfs-tools kmod dash
    busybox-static ethtool iproute2 util-linux strace python3 maven openjdk-17-jdk-headless)

[ "$(dpkg --print-architecture)" = amd64 ] || fail "the lab's guest is built from this machine's packages: amd64 only"

missing=()
for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]} ..."
    root=()
    [ "$(id -u)" = 0 ] || root=(sudo)
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
[ -n "$(find_jdk 25)" ] || say "SKIPPED: JDK 25, which Debian does not package: put one under /usr/lib/jvm for the ffm legs (https://adoptium.net)"
