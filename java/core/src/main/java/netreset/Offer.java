// SPDX-License-Identifier: Apache-2.0
package netreset;

/**
 * Whether a NIC has a means of being reset, as far as looking tells.
 *
 * @param method the means
 * @param rung how far it would reach on this NIC
 * @param answer whether the NIC has it; {@code UNKNOWN} where only trying tells
 * @param why one clause for a person
 */
public record Offer(Method method, Rung rung, Resettability.Answer answer, String why) {}
