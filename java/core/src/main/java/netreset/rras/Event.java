// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Kernel32;
import netreset.rras.abi.Winbase;

/** An event of Windows that a server may signal; closed once, and not while somebody waits for it. */
final class Event {
    private final Kernel32 kernel32;
    private final long handle;
    private boolean closed;

    private Event(Kernel32 kernel32, long handle) {
        this.kernel32 = kernel32;
        this.handle = handle;
    }

    /** One that a wait takes back. */
    static Event create(Kernel32 kernel32) throws ResetException {
        long handle = kernel32.CreateEventW(0, 0);
        if (handle <= 0) {
            throw new ResetException(Reason.SYSTEM_CALL_FAILED, "Windows makes no event, error " + -handle);
        }
        return new Event(kernel32, handle);
    }

    long handle() {
        return handle;
    }

    /**
     * Waits until it is signalled.
     *
     * @return false if the time is over
     * @throws IllegalStateException if closed: its number may be another's by now
     */
    synchronized boolean await(int millis) throws ResetException {
        if (closed) {
            throw new IllegalStateException("these ConnectionEvents are closed");
        }
        int result = kernel32.WaitForSingleObject(handle, millis);
        if (result < 0) {
            throw new ResetException(Reason.SYSTEM_CALL_FAILED, "Windows can't wait, error " + -result);
        }
        return result == Winbase.WAIT_OBJECT_0;
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            kernel32.CloseHandle(handle);
        }
    }
}
