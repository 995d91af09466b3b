// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something couldn't be done, for a known reason. The message is one line for a person. */
public final class ResetException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient @Nullable NativeCode code;

    public ResetException(Reason reason, String message) {
        this(reason, message, null, null);
    }

    /**
     * With what is known of the call that failed.
     *
     * @param code the number it gave; {@code null} if there was none
     */
    public ResetException(Reason reason, String message, @Nullable NativeCode code, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.code = code;
    }

    public Reason reason() {
        return reason;
    }

    /** The operating system's number, if a call of it failed. */
    public @Nullable NativeCode code() {
        return code;
    }
}
