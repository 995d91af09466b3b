// SPDX-License-Identifier: Apache-2.0
/**
 * Pictures of a list of events: a terminal timeline, a Mermaid and an SVG sequence diagram, an HTML page, JSON and text
 * lines, and the first difference of two runs. Equal lists give equal bytes. Uses events, and the names of statuses and
 * levels, and nothing else of ours.
 */
@NullMarked
package netreset.ndis.picture;

import org.jspecify.annotations.NullMarked;
