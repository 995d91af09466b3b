# SPDX-License-Identifier: Apache-2.0
# The kernel whose headers are installed, out of its Debian package, which is unpacked and not installed.
# shellcheck shell=bash

# Folders of modules that the guest's own come from; the rest of the package is left alone.
kernel_folders=(drivers/block drivers/net/ethernet/intel drivers/net/ethernet/realtek/8139cp.ko
    drivers/net/mii.ko drivers/net/net_failover.ko drivers/net/usb drivers/net/virtio_net.ko drivers/net/vmxnet3 drivers/pps
    drivers/ptp drivers/usb/common drivers/usb/core drivers/usb/host drivers/virtio fs/9p fs/fscache fs/netfs fs/squashfs net/9p net/core)

make_kernel() {
    local dir=$TARGET/kernel version deb folder patterns=()
    version=$(dpkg-query -W -f '${Version}' "linux-headers-$KV")
    rm -rf "$dir"
    mkdir -p "$dir"
    (cd "$dir" && apt-get -qq -o APT::Sandbox::User=root download "linux-image-$KV=$version") ||
        fail "no package linux-image-$KV=$version: 'apt-get update && apt-get install linux-headers-amd64' brings newer headers"
    deb=$(echo "$dir"/linux-image-*.deb)
    for folder in "${kernel_folders[@]}"; do patterns+=("./lib/modules/*/kernel/$folder*"); done
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$dir" --wildcards './boot/vmlinuz-*' './lib/modules/*/modules.*' "${patterns[@]}"
    rm "$deb"
    find "$dir/lib" -name '*.ko.xz' -exec unxz {} +
    depmod -b "$dir" "$KV"
    python3 "$LAB/build/extract_vmlinux.py" "$dir/boot/vmlinuz-$KV" "$dir/vmlinux"
}
