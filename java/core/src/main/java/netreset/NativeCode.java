// SPDX-License-Identifier: Apache-2.0
package netreset;

/**
 * A number the operating system gave, kept as it came.
 *
 * @param space what kind of number: {@code errno}, or {@code win32}, whose numbers are unsigned
 * @param value the number
 * @param symbol its name in the system's headers, such as {@code EBUSY}; the space and number if it has none
 */
public record NativeCode(String space, int value, String symbol) {}
