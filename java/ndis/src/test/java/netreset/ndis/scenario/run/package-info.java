// SPDX-License-Identifier: Apache-2.0
/** Scenarios run: the shipped ones pass, and what isn't as expected is said. */
@NullMarked
package netreset.ndis.scenario.run;

import org.jspecify.annotations.NullMarked;
