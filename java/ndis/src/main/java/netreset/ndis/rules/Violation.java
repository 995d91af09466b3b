// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import org.jspecify.annotations.Nullable;

/**
 * A breach of the contract.
 *
 * @param rule its number; 0 for a breach of something that has none
 * @param adapter where
 * @param agent who did it
 * @param step at which step of the run
 * @param seed of which run
 * @param message what was wrong
 */
public record Violation(int rule, @Nullable String adapter, String agent, long step, long seed, String message) {}
