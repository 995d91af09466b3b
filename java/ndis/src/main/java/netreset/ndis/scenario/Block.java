// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.List;

/**
 * A statement and what belongs to it: what stands indented below it, or on its own line after a colon.
 *
 * @param tokens the statement, without the colon; not empty
 * @param opens whether it ends with a colon
 * @param end just behind it
 * @param children what belongs to it
 */
record Block(List<Token> tokens, boolean opens, Place end, List<Block> children) {
    Place at() {
        return tokens.get(0).at();
    }
}
