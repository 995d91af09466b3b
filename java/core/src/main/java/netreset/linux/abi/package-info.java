// SPDX-License-Identifier: Apache-2.0
/**
 * The numbers and struct layouts of the Linux kernel that netreset uses, each written once, under its C name: one class
 * per header, one per struct. Offsets and sizes are bytes and hold for the 64-bit architectures that use asm-generic's
 * numbers (x86_64, aarch64, riscv64, ...). {@code native/abi/check} compares every constant with what a C compiler
 * says. Imports nothing.
 */
@NullMarked
package netreset.linux.abi;

import org.jspecify.annotations.NullMarked;
