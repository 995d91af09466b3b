// SPDX-License-Identifier: Apache-2.0
/**
 * Runs scenarios: drivers that do as they are told, written against NDIS as any driver is, and a judge of the log. Uses the
 * model, never its pictures or its explorer.
 */
@NullMarked
package netreset.ndis.scenario.run;

import org.jspecify.annotations.NullMarked;
