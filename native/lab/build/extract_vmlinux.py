#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""extract_vmlinux.py BZIMAGE OUT: takes the ELF kernel out of a bzImage.

QEMU starts it directly (PVH), which spares the emulated CPU the unpacking. The offsets are those of the x86 boot
protocol's setup header: Documentation/arch/x86/boot.rst.
"""
import lzma
import struct
import subprocess
import sys


def payload(image: bytes) -> bytes:
    if image[0x202:0x206] != b"HdrS":
        raise SystemExit("not a bzImage")
    setup_sectors = image[0x1F1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    start = (setup_sectors + 1) * 512 + offset
    return image[start : start + length]


def unpack(packed: bytes) -> bytes:
    if packed.startswith(b"\xfd7zXZ\0"):
        return lzma.LZMADecompressor().decompress(packed)
    if packed.startswith(b"\x28\xb5\x2f\xfd"):
        # Four bytes of size follow the stream; zstd complains of them after all is written.
        return subprocess.run(["zstd", "-dcq"], input=packed[:-4], stdout=subprocess.PIPE, check=True).stdout
    raise SystemExit(f"a kernel packed in an unknown way: {packed[:4].hex()}")


def main() -> None:
    with open(sys.argv[1], "rb") as file:
        kernel = unpack(payload(file.read()))
    if not kernel.startswith(b"\x7fELF"):
        raise SystemExit("what was unpacked is no ELF file")
    with open(sys.argv[2], "wb") as file:
        file.write(kernel)


main()
