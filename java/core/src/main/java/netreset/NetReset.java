// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.NoBridgeException;
import netreset.linux.LinuxNics;
import org.jspecify.annotations.Nullable;

/**
 * Lists devices that can be reset, and resets them.
 *
 * <pre>{@code
 * try (NetReset netReset = NetReset.open()) {
 *     ResetReport report = netReset.reset(ResetRequest.of("nic:eth1"));
 *     System.out.println(report.outcome() + ", evidence " + report.evidence().code());
 * }
 * }</pre>
 *
 * <p>Every method may be called from any thread, virtual ones too; the kernel is called on threads of netreset's own. No
 * method listens to interruption, as no kernel does: an interrupt stays set for the caller.
 */
public final class NetReset implements AutoCloseable {
    private final Bridge bridge;
    private final LinuxNics nics;
    private volatile boolean closed;

    private NetReset(Bridge bridge, LinuxNics nics) {
        this.bridge = bridge;
        this.nics = nics;
    }

    /**
     * How to open.
     *
     * @param bridge {@code ffm} or {@code jna}; {@code null} for the best usable one
     * @param networkNamespace as {@code ip netns} has it; {@code null} for this process's own
     */
    public record Options(@Nullable String bridge, @Nullable String networkNamespace) {
        /** The best bridge, and this process's own network namespace. */
        public static final Options DEFAULT = new Options(null, null);

        /** With this bridge only. */
        public Options withBridge(String name) {
            return new Options(name, networkNamespace);
        }

        /** For the devices in this network namespace. Entering it needs CAP_SYS_ADMIN. */
        public Options withNetworkNamespace(String name) {
            return new Options(bridge, name);
        }
    }

    /**
     * Opens with {@link Options#DEFAULT}.
     *
     * @throws ResetException as {@link #open(Options)}
     */
    public static NetReset open() throws ResetException {
        return open(Options.DEFAULT);
    }

    /**
     * Chooses a bridge; touches no device.
     *
     * @throws ResetException PLATFORM_UNSUPPORTED if no bridge can be used here, with every reason in one line;
     *     INVALID_REQUEST if no network namespace can have the name
     */
    public static NetReset open(Options options) throws ResetException {
        try {
            Bridges bridges = Bridges.find();
            Bridge bridge = options.bridge() == null
                    ? bridges.best(CLibrary.LIBC)
                    : bridges.named(options.bridge(), CLibrary.LIBC);
            return new NetReset(bridge, new LinuxNics(bridge, options.networkNamespace()));
        } catch (NoBridgeException e) {
            throw new ResetException(Reason.PLATFORM_UNSUPPORTED, String.valueOf(e.getMessage()), null, e);
        }
    }

    /** The name of the bridge in use: {@code ffm} or {@code jna}. */
    public String bridge() {
        return bridge.name();
    }

    /**
     * Every device, as the kernel describes it now. Touches none; a suspended device may be woken.
     *
     * @throws ResetException NOT_FOUND or PERMISSION_DENIED for the network namespace; SYSTEM_CALL_FAILED if the kernel
     *     doesn't answer
     */
    public List<Device> devices() throws ResetException {
        checkOpen();
        return List.copyOf(nics.list());
    }

    /**
     * What {@link #reset(ResetRequest)} would do now. Touches nothing.
     *
     * @throws ResetException as {@code reset}, but not PERMISSION_DENIED: the plan notes that instead
     */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        checkOpen();
        return nics.plan(request);
    }

    /**
     * Resets a device and watches its return as far as asked. Blocks until that is known, at most for the request's
     * timeout (and some seconds before it, if the kernel is slow to list its links).
     *
     * @return what happened; also if the reset was refused, failed, or hasn't come back
     * @throws ResetException if nothing was reset and nothing can have been: no such device (NOT_FOUND), detached by its
     *     driver (DETACHED), not permitted (PERMISSION_DENIED), not supported (UNSUPPORTED, FLAGS_REJECTED), another
     *     reset under way (BUSY), a request that makes no sense (INVALID_REQUEST), a kernel that doesn't answer
     *     (SYSTEM_CALL_FAILED)
     */
    public ResetReport reset(ResetRequest request) throws ResetException {
        return reset(request, ResetListener.NONE);
    }

    /**
     * Likewise, telling a listener of each event as it happens.
     *
     * @throws ResetException as {@link #reset(ResetRequest)}
     */
    public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        checkOpen();
        return nics.reset(request, new CarefulListener(listener));
    }

    /**
     * Likewise without blocking.
     *
     * @return completes with the report, or exceptionally with a {@link ResetException}; cancelling it changes nothing for
     *     the device
     */
    public CompletableFuture<ResetReport> resetAsync(ResetRequest request, ResetListener listener) {
        checkOpen();
        CompletableFuture<ResetReport> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(future, request, listener), "netreset-async");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private void complete(CompletableFuture<ResetReport> future, ResetRequest request, ResetListener listener) {
        try {
            future.complete(reset(request, listener));
        } catch (ResetException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    /** Takes no further calls. A reset under way goes on: nothing can call it back. */
    @Override
    public void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this NetReset is closed");
        }
    }
}
