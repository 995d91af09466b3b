// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.NativeCode;
import netreset.Reason;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/**
 * How one call on a port came back; not what became of the port. Who wants to know that looks at the port again.
 *
 * @param status whether the server accepted it
 * @param code the number the call returned; {@code null} if it hasn't come back
 * @param reason why it failed; {@code null} if it was accepted
 * @param message one line for a person, with the number
 */
public record PortResult(
        Status status, @Nullable NativeCode code, @Nullable Reason reason, String message) {
    /** The one for 0: dispatching allocates nothing. */
    static final PortResult ACCEPTED = new PortResult(
            Status.ACCEPTED,
            new NativeCode("win32", Winerror.ERROR_SUCCESS, Win32Code.symbol(Winerror.ERROR_SUCCESS)),
            null,
            "accepted");

    /** What a return code tells. */
    public enum Status {
        /** 0. MS-RRASM 3.1.4.8 lets a server return this for a reset and do nothing, whatever port it was. */
        ACCEPTED,
        /** The server, or what stands before it, said no. */
        REFUSED,
        /** The call hasn't come back, or its answer was lost: it may have been carried out. Don't repeat it blindly. */
        OUTCOME_UNKNOWN
    }

    public boolean isAccepted() {
        return status == Status.ACCEPTED;
    }

    /**
     * Whether the call surely never reached the service, so that it may be made once more: after {@link
     * RasServer#reconnect()}, with the port looked up again by its name.
     */
    public boolean mayRetry() {
        return code != null && Win32Code.didNotExecute(code.value());
    }
}
