#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Makes the parts of the guest, each only when what it is made from has changed.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$LAB/build/kernel.sh"
. "$LAB/build/module.sh"
. "$LAB/build/java.sh"
. "$LAB/build/root.sh"

for tool in qemu-system-x86_64 gcc make cpio mksquashfs modprobe busybox ethtool devlink setpriv strace python3; do
    command -v $tool >/dev/null || fail "$tool is missing: run '$LAB/lab install'"
done

mkdir -p "$TARGET"
KV=$(kernel_version)
kernel_key="$KV $(dpkg-query -W -f '${Version}' "linux-headers-$KV") $(hash_of "$LAB/build/kernel.sh")"

# The kernel and the runtimes have nothing to do with each other: the machine's cores share them.
make_java &
java=$!
part kernel "$kernel_key" make_kernel
part module "$kernel_key $(hash_of "$TESTNIC"/* "$LAB/build/module.sh")" make_module
part root "$(cat "$TARGET/module.stamp") $(root_key)" make_root
wait $java || fail "the Java runtimes"
