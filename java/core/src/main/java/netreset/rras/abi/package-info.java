// SPDX-License-Identifier: Apache-2.0
/**
 * The numbers and struct layouts of the Routing and Remote Access API that netreset uses, each written once, under its C
 * name: one class per header, enum or struct. Offsets and sizes are bytes and hold for 64-bit Windows (x86-64 and
 * ARM64); DWORD is 4 bytes, WCHAR 2, HANDLE 8. A test compares every constant with what a C compiler says. Imports
 * nothing.
 */
@NullMarked
package netreset.rras.abi;

import org.jspecify.annotations.NullMarked;
