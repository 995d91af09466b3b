// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.scenario.Place;

/**
 * An expectation that doesn't hold, or something unexpected that makes a scenario fail.
 *
 * @param at the expectation; the scenario's beginning for what nobody expected
 * @param message what was expected and what there is instead, in one line
 * @param excerpt the events around the place where log and expectation part, a line each; empty if there is none
 */
public record Failure(Place at, String message, String excerpt) {}
