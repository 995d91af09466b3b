// SPDX-License-Identifier: Apache-2.0
/**
 * Scenarios: small text files that say what there is, who does what when, and what is expected of the log. The grammar is in
 * {@code grammar.md} beside the shipped scenarios. Uses all of the model but its pictures and its explorer.
 */
@NullMarked
package netreset.ndis.scenario;

import org.jspecify.annotations.NullMarked;
