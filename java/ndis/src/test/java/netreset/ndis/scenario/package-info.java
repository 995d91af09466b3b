// SPDX-License-Identifier: Apache-2.0
/** Scenario files: what can be read, and what is told of those that can't. */
@NullMarked
package netreset.ndis.scenario;

import org.jspecify.annotations.NullMarked;
