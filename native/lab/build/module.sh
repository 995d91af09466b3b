# SPDX-License-Identifier: Apache-2.0
# The test NIC's module. Built in a folder of its own: kbuild takes no path with a space or a colon.
# shellcheck shell=bash

make_module() {
    local work
    work=$(mktemp -d)
    cp "$TESTNIC"/{*.c,*.h,Kbuild,Makefile} "$work"
    make -s -C "$work" KDIR="/usr/src/linux-headers-$KV" >"$TARGET/module.log" 2>&1 || fail "$(tail -20 "$TARGET/module.log")"
    strip -g -o "$TARGET/nrtestnic.ko" "$work/nrtestnic.ko"
    rm -rf "$work"
}
