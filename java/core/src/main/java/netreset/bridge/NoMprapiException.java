// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** The Routing and Remote Access API can't be used here. The message is one line and says why. */
public final class NoMprapiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    NoMprapiException(String message, int code) {
        super(message);
        this.code = code;
    }

    /** The Win32 code with which loading failed, such as 126 (ERROR_MOD_NOT_FOUND); 0 if it didn't come to that. */
    public int code() {
        return code;
    }
}
