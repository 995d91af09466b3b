// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.trace;

/** Whoever wants to know what happens. */
@FunctionalInterface
public interface Trace {
    void add(Event event);
}
