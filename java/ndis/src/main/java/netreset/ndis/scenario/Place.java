// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/**
 * Where in a file something stands.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {
    /** Line and column with a colon between, as compilers and editors have it. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
