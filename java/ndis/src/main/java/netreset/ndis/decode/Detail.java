// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

/**
 * A part of a number, or something to know about it.
 *
 * @param name in a word or two
 * @param text what it is
 */
public record Detail(String name, String text) {}
