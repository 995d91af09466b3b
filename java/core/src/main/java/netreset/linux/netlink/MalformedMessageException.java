// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

/** Bytes that are no netlink message, or not the one they claim to be; the message says which field is wrong. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message which field is wrong */
    public MalformedMessageException(String message) {
        super(message);
    }
}
