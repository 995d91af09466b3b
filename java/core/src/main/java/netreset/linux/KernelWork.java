// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.netlink.NetlinkException;
import org.jspecify.annotations.Nullable;

/**
 * Calls into the kernel that may not come back: the lock of all link configuration (RTNL) is one for the whole network
 * namespace, and whoever holds it stops every question about any link. So each piece of work has a thread of its own and
 * a limit.
 */
final class KernelWork {
    /** Far more than ten thousand interfaces take to list. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private KernelWork() {}

    /**
     * Does the work and waits for it.
     *
     * @param name what the thread is called
     * @throws ResetException what the work threw, explained; SYSTEM_CALL_FAILED if the kernel doesn't answer in time
     */
    static <T> T run(String name, Callable<T> work) throws ResetException {
        FutureTask<T> task = new FutureTask<>(work);
        PlatformThread.start(name, task);
        try {
            return PlatformThread.await(task, System.nanoTime() + LIMIT.toNanos());
        } catch (ExecutionException e) {
            throw explained(e.getCause());
        } catch (TimeoutException e) {
            throw unanswered(LIMIT, e);
        }
    }

    /** For the user, what a thread of ours died of. */
    static ResetException explained(@Nullable Throwable cause) {
        if (cause instanceof ResetException known) {
            return known;
        } else if (cause instanceof SystemCallException failed) {
            return failed.explained();
        } else if (cause instanceof NetlinkException failed) {
            return SystemCallException.explained(failed);
        }
        return new ResetException(Reason.DEFECT, "netreset has a defect: " + cause, null, cause);
    }

    /** The kernel let us wait, and nothing was done to any device. */
    static ResetException unanswered(Duration limit, TimeoutException cause) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                "the kernel gave no answer about its links within " + limit.toSeconds()
                        + " s: something else holds their lock; no reset was begun",
                null,
                cause);
    }
}
