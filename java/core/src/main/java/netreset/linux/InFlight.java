// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;

/** A device that a reset of this process is at: until the reset is over, and every call of it has come back. */
final class InFlight implements AutoCloseable {
    private static final Set<String> DEVICES = ConcurrentHashMap.newKeySet();

    private final String device;
    private volatile Runnable whenIdle = () -> {};

    /** The operation itself, and its calls that are away. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private InFlight(String device) {
        this.device = device;
    }

    /**
     * Takes a device.
     *
     * @throws ResetException BUSY if another reset is at it
     */
    static InFlight take(String device, String name) throws ResetException {
        if (!DEVICES.add(device)) {
            throw new ResetException(
                    Reason.BUSY, "another reset of " + Printable.brief(name) + " by this process hasn't come back yet");
        }
        return new InFlight(device);
    }

    /** What is to be done with the last one that gives it back. */
    void whenIdle(Runnable action) {
        whenIdle = action;
    }

    /** A call is being made; what it returns is to be run when the call has come back. */
    Runnable begin() {
        holders.incrementAndGet();
        return this::close;
    }

    /** Gives the device back, with the last one that does. */
    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            DEVICES.remove(device);
            whenIdle.run();
        }
    }
}
