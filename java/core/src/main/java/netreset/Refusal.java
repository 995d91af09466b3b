// SPDX-License-Identifier: Apache-2.0
package netreset;

/**
 * Why a reset isn't done although it could be.
 *
 * @param code names the rule, such as {@code disables-device}; the word that overrides it
 * @param reason one sentence for a person
 */
public record Refusal(String code, String reason) {}
