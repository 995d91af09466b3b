// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.List;
import java.util.stream.Collectors;

/** No bridge, or not the named one, can be used in this JVM. The message is one line with every reason. */
public final class NoBridgeException extends Exception {
    private static final long serialVersionUID = 1;

    NoBridgeException(String wanted, List<BridgeStatus> found) {
        super(
                found.isEmpty()
                        ? "no " + wanted + ", add io.github.netreset:netreset-ffm (Java 22 or later)"
                                + " or io.github.netreset:netreset-jna to the class path"
                        : "no " + wanted + "; "
                                + found.stream().map(BridgeStatus::toString).collect(Collectors.joining("; ")));
    }
}
