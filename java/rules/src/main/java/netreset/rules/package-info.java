// SPDX-License-Identifier: Apache-2.0
/**
 * The numbered rules and who keeps them: {@link netreset.rules.Rule} names a test's rules, {@link
 * netreset.rules.RuleListener} records how each such test ended, {@link netreset.rules.RulesReport} compares the records
 * with the catalogues ({@code netreset/rules/*.txt}). Imports nothing of netreset.
 */
@NullMarked
package netreset.rules;

import org.jspecify.annotations.NullMarked;
