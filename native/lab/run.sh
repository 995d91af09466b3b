#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Boots one guest, runs the legs named in it, prints what passed. Reports stay in target/out/LEG/.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$LAB/build/archive.sh"

# Seconds until the guest, and one leg in it, is given up. Emulated CPUs on a busy machine are slow: be generous.
boot_limit=120
leg_limit=${LAB_LEG_SECONDS:-900}

for leg; do [ -x "$LAB/legs/$leg" ] || fail "no leg '$leg' in $LAB/legs"; done
"$LAB/build.sh"

mkdir -p "$TARGET"/{app,archive}
make_archives "$@"

# QEMU's options split at commas, so the paths in them are relative.
cd "$TARGET"
rm -rf out run
mkdir -p out run/legs
for leg; do
    mkdir "out/$leg"
    cp "$LAB/legs/$leg" run/legs/
done
echo "$leg_limit $*" >run/legs/order

pack() { (cd "$1" && shift && find "$@" | cpio -o -H newc -R 0:0 --quiet); }
# The kernel unpacks archives that follow each other; jars in memory load faster than over 9p.
{ cat root.cpio; pack run legs; pack . app archive; } >run/initrd

# What a leg wants plugged in besides is in its lines '# qemu: ...'; what several want in the same words they share.
devices=()
for leg; do cat "$LAB/legs/$leg"; done | sed -n 's/^# qemu: //p' | awk '!seen[$0]++' >run/devices
while read -r -a words; do devices+=("${words[@]}"); done <run/devices

boot() {
    timeout $((boot_limit + leg_limit * $#)) qemu-system-x86_64 -M q35 -cpu max -accel "${LAB_ACCEL:-tcg,thread=multi,tb-size=512}" \
        -smp 2 -m 2048 -nodefaults -display none -no-reboot -serial file:kernel.log -serial stdio \
        -kernel kernel/vmlinux -initrd run/initrd -append 'console=ttyS0 loglevel=7 panic=-1 net.ifnames=0' \
        -drive file=java.squashfs,if=none,id=java,format=raw,readonly=on -device virtio-blk-pci,drive=java \
        -virtfs local,path=out,mount_tag=out,security_model=none \
        -netdev user,id=net0,restrict=on -device e1000e,netdev=net0,mac=52:54:00:12:34:56,romfile= \
        -netdev user,id=net1,restrict=on -device virtio-net-pci,netdev=net1,mac=52:54:00:12:34:57,romfile= \
        "${devices[@]}" \
        -device isa-debug-exit,iobase=0xf4,iosize=0x04 </dev/null
}

say "booting the guest (kernel messages: $TARGET/kernel.log) ..."
code=0
boot "$@" || code=$?
python3 "$LAB/verdict.py" out $code "$@"
