// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

/** What is to be put back leads through another link, and that isn't there. */
final class MissingLinkException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingLinkException(String name) {
        super("the link " + name + " isn't there");
    }
}
