# SPDX-License-Identifier: Apache-2.0
# The guest's root file system: tools of this machine with their libraries, modules, init.
# shellcheck shell=bash

root_tools=(/bin/busybox /bin/dash /bin/kmod /sbin/ethtool /bin/ip /sbin/devlink /usr/bin/setpriv /usr/bin/strace)
# What the JVMs and their native libraries link to.
jvm_libraries=(/lib/x86_64-linux-gnu/lib{dl.so.2,gcc_s.so.1,m.so.6,pthread.so.0,rt.so.1,stdc++.so.6,z.so.1})
root_modules=(virtio_pci virtio_blk squashfs 9pnet_virtio 9p virtio_net e1000e vmxnet3 8139cp xhci_pci cdc_ether rndis_host)

root_key() { hash_of "$LAB/build/root.sh" "$LAB"/guest/* "$LAB"/tools/* "${root_tools[@]}" "${jvm_libraries[@]}"; }

libraries_of() { ldd "$@" 2>/dev/null | awk '/=> \//{print $3} /^\t\/lib/{print $1}' | sort -u; }

make_root() {
    local root=$TARGET/root applet
    rm -rf "$root"
    mkdir -p "$root"/{app,bin,dev,etc,jre,legs,out,proc,run,sbin,sys,tmp} "$root/lib/modules/$KV"
    cp -L "${root_tools[@]}" "$root/sbin/"
    ln -s dash "$root/sbin/sh"
    ln -s ../sbin/dash "$root/bin/sh"
    for applet in modprobe rmmod insmod lsmod; do ln -s kmod "$root/sbin/$applet"; done
    # The real tools come first on the PATH: busybox' ip and the like know less.
    for applet in $(busybox --list); do [ -e "$root/bin/$applet" ] || ln -s ../sbin/busybox "$root/bin/$applet"; done
    copy_libraries "$root"
    copy_modules "$root"
    # Without its files C.UTF-8 is ASCII, and names that are not ASCII are unreadable to Java 17.
    mkdir -p "$root/usr/lib/locale"
    cp -r /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
    echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
    echo '127.0.0.1 localhost' >"$root/etc/hosts"
    cp "$LAB"/guest/* "$root/sbin/"
    mv "$root/sbin/init" "$root/init"
    gcc -O2 -static -Wall -Wextra -Werror -o "$root/sbin/reset-loop" "$LAB/tools/reset-loop.c"
    (cd "$root" && find . | cpio -o -H newc -R 0:0 --quiet) >"$TARGET/root.cpio"
}

copy_libraries() {
    local library
    for library in $(libraries_of "${root_tools[@]}") "${jvm_libraries[@]}"; do
        mkdir -p "$1$(dirname "$library")"
        cp -L "$library" "$1$library"
    done
}

copy_modules() {
    local file
    modprobe -a -d "$TARGET/kernel" -S "$KV" --show-depends "${root_modules[@]}" | sed -n 's/^insmod \(.*[^ ]\) *$/\1/p' | sort -u |
        while read -r file; do cp "$file" "$1/lib/modules/$KV/"; done
    cp "$TARGET/nrtestnic.ko" "$TARGET/kernel/lib/modules/$KV"/modules.{order,builtin,builtin.modinfo} "$1/lib/modules/$KV/"
    depmod -b "$1" "$KV"
}
