// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import netreset.bridge.Bridge;
import netreset.bridge.Bridges;
import netreset.bridge.CLibrary;
import netreset.bridge.NoBridgeException;
import netreset.linux.LinuxNics;
import netreset.linux.guard.Limits;
import netreset.miniport.Hardware;
import netreset.miniport.NdisAdapter;
import netreset.miniport.NdisTargets;
import netreset.ndis.Ndis;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.trace.Trace;
import netreset.rras.operations.RasPorts;
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
    private final @Nullable LinuxNics nics;
    private final RasPorts ports;
    private volatile boolean closed;

    private NetReset(Bridge bridge, @Nullable LinuxNics nics, RasPorts ports) {
        this.bridge = bridge;
        this.nics = nics;
        this.ports = ports;
    }

    /**
     * How to open.
     *
     * @param bridge {@code ffm} or {@code jna}; {@code null} for the best usable one
     * @param networkNamespace as {@code ip netns} has it; {@code null} for this process's own; on Linux only
     * @param auditFile where each reset of a port is written down before the call and after it, as by {@link
     *     netreset.rras.operations.AuditFile}; {@code null} for nowhere. Resets of NICs are always written down: there, or in
     *     {@code audit/audit.ndjson} of the state folder (see README)
     * @param coolDown from the begin of one reset of a NIC to that of the next, across processes; 0 to 1 h
     * @param hourlyBudget how often a NIC may be reset within an hour, across processes; at least 1
     * @param confirmation whether how a NIC was before a reset is remembered until {@link NetReset#confirm}
     */
    public record Options(
            @Nullable String bridge,
            @Nullable String networkNamespace,
            @Nullable Path auditFile,
            Duration coolDown,
            int hourlyBudget,
            boolean confirmation) {
        /** The best bridge, this process's own network namespace, no audit file; 30 s, six an hour; nothing to confirm. */
        public static final Options DEFAULT =
                new Options(null, null, null, Limits.DEFAULT.coolDown(), Limits.DEFAULT.perHour(), false);

        /** With this bridge only. */
        public Options withBridge(@Nullable String name) {
            return new Options(name, networkNamespace, auditFile, coolDown, hourlyBudget, confirmation);
        }

        /** For the devices in this network namespace. Entering it needs CAP_SYS_ADMIN. */
        public Options withNetworkNamespace(@Nullable String name) {
            return new Options(bridge, name, auditFile, coolDown, hourlyBudget, confirmation);
        }

        /** Keeps an audit trail of resets of ports in this file, which is appended to. */
        public Options withAuditFile(@Nullable Path file) {
            return new Options(bridge, networkNamespace, file, coolDown, hourlyBudget, confirmation);
        }

        /** Lets that long pass between two resets of a NIC. */
        public Options withCoolDown(Duration time) {
            return new Options(bridge, networkNamespace, auditFile, time, hourlyBudget, confirmation);
        }

        /** Resets a NIC so many times an hour, and not more often. */
        public Options withHourlyBudget(int resets) {
            return new Options(bridge, networkNamespace, auditFile, coolDown, resets, confirmation);
        }

        /** Remembers how a NIC was before a reset until {@link NetReset#confirm}; meanwhile it isn't reset again. */
        public Options withConfirmation(boolean wanted) {
            return new Options(bridge, networkNamespace, auditFile, coolDown, hourlyBudget, wanted);
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
     *     INVALID_REQUEST if no network namespace can have the name, or there are none on this operating system
     */
    public static NetReset open(Options options) throws ResetException {
        try {
            Bridges bridges = Bridges.find();
            Bridge bridge = options.bridge() == null ? bridges.best() : bridges.named(options.bridge());
            return new NetReset(bridge, nics(bridge, options), new RasPorts(bridge.name(), options.auditFile()));
        } catch (NoBridgeException e) {
            throw new ResetException(Reason.PLATFORM_UNSUPPORTED, String.valueOf(e.getMessage()), null, e);
        }
    }

    /** Returns {@code null} where there is no Linux. */
    private static @Nullable LinuxNics nics(Bridge bridge, Options options) throws ResetException {
        if (CLibrary.here() == CLibrary.LIBC) {
            Limits limits = new Limits(options.coolDown(), options.hourlyBudget());
            return new LinuxNics(
                    bridge, options.networkNamespace(), limits, options.auditFile(), options.confirmation());
        }
        if (options.networkNamespace() != null) {
            throw new ResetException(Reason.INVALID_REQUEST, "there are network namespaces on Linux only");
        }
        return null;
    }

    /** The name of the bridge in use: {@code ffm} or {@code jna}. */
    public String bridge() {
        return bridge.name();
    }

    /**
     * Every device, as the kernel or the local Routing and Remote Access service describes it now: NICs on Linux, ports on
     * Windows. Touches none; a suspended device may be woken.
     *
     * @throws ResetException NOT_FOUND or PERMISSION_DENIED for the network namespace; SYSTEM_CALL_FAILED if the kernel
     *     doesn't answer; on Windows as {@link netreset.rras.RasServer}
     */
    public List<Device> devices() throws ResetException {
        checkOpen();
        return List.copyOf(nics == null ? ports.list() : nics.list());
    }

    /**
     * Watches NICs from now on. Touches none.
     *
     * @param targets which; empty for every one but the loopback, those that appear later too
     * @throws ResetException NOT_FOUND if one isn't there; INVALID_REQUEST if one is no NIC; PLATFORM_UNSUPPORTED if
     *     there is no Linux here, or the kernel or sandbox has no rtnetlink
     */
    public NicWatch watch(List<DeviceId> targets, NicWatch.Options options) throws ResetException {
        checkOpen();
        return nics(targets.isEmpty() ? new DeviceId("nic", "*") : targets.get(0))
                .watch(targets, options);
    }

    /**
     * What {@link #reset(ResetRequest)} would do now. Touches nothing.
     *
     * @throws ResetException as {@code reset}, but not PERMISSION_DENIED: the plan notes that instead
     */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        checkOpen();
        checkMeans(request);
        if (RasPorts.owns(request.target())) {
            return ports.plan(request);
        }
        if (NdisTargets.isSimulated(request.target())) {
            throw new ResetException(
                    Reason.UNSUPPORTED, request.target() + " has no hardware, so there is nothing to plan");
        }
        return NdisTargets.owns(request.target())
                ? NdisTargets.through(request, nics(request.target()).plan(NdisTargets.ofNic(request)))
                : nics(request.target()).plan(request);
    }

    /**
     * Resets a device and watches its return as far as asked. Blocks until that is known, at most for the request's
     * timeout (and some seconds before it, if the kernel is slow to list its links). Of a port it means the device reset
     * by MprAdminPortReset, and the timeout is that of looking for an effect; each native call may take 30 s besides.
     *
     * @return what happened; also if the reset was refused, failed, or hasn't come back
     * @throws ResetException if nothing was reset and nothing can have been: no such device (NOT_FOUND), detached by its
     *     driver (DETACHED), not permitted (PERMISSION_DENIED), not supported (UNSUPPORTED, FLAGS_REJECTED), another
     *     reset under way (BUSY), a request that makes no sense (INVALID_REQUEST), a kernel that doesn't answer
     *     (SYSTEM_CALL_FAILED), no Linux or no Windows for it (PLATFORM_UNSUPPORTED); for a port as {@link
     *     netreset.rras.RasServer}
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
        checkMeans(request);
        ResetListener careful = new CarefulListener(listener);
        if (NdisTargets.owns(request.target())) {
            try (NdisAdapter adapter = adapter(request, event -> {}, List.of())) {
                return adapter.reset(careful);
            }
        }
        return RasPorts.owns(request.target())
                ? ports.reset(request, careful)
                : nics(request.target()).reset(request, careful);
    }

    /**
     * An adapter of the NDIS model over a NIC ({@code ndis:eth1}), or over no hardware ({@code ndis:sim0}), for programs
     * written as NDIS drivers are. Touches nothing until it is reset, which is done as the request says.
     *
     * @param trace told of each event, on the adapter's thread
     * @param protocols makes the protocol drivers to be bound, each for the NDIS it is to call
     * @throws ResetException as {@link #plan}: if the NIC can't be reset so, there is no adapter
     */
    public NdisAdapter adapter(ResetRequest request, Trace trace, List<Function<Ndis, ProtocolDriver<?>>> protocols)
            throws ResetException {
        checkOpen();
        DeviceId target = request.target();
        if (!NdisTargets.owns(target)) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, Printable.brief(target.toString()) + " is no ndis: write ndis:eth1");
        }
        Hardware hardware = NdisTargets.isSimulated(target)
                ? NdisTargets.simulated(target, bridge.name())
                : NdisTargets.over(new NicsOf(nics(target)), request);
        return new NdisAdapter(target.name(), hardware, trace, protocols);
    }

    private record NicsOf(LinuxNics nics) implements NdisTargets.Nics {
        @Override
        public ResetPlan plan(ResetRequest request) throws ResetException {
            return nics.plan(request);
        }

        @Override
        public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
            return nics.reset(request, listener);
        }
    }

    /**
     * Does what was planned, with the device it was planned for, whatever that is called now. What forbids it is asked anew.
     *
     * @throws ResetException as {@link #reset(ResetRequest)}; INVALID_REQUEST if it would be done otherwise by now: plan again
     */
    public ResetReport execute(ResetPlan plan, ResetListener listener) throws ResetException {
        checkOpen();
        if (NdisTargets.owns(plan.request().target())) {
            return reset(plan.request(), listener);
        }
        ResetListener careful = new CarefulListener(listener);
        return RasPorts.owns(plan.request().target())
                ? ports.reset(plan.request(), careful)
                : nics(plan.request().target()).execute(plan, careful);
    }

    /**
     * Writes into the audit log of NICs that a reset was asked for and wasn't begun, by rules of the caller's own. What
     * {@link #reset(ResetRequest)} and {@link #execute} refuse or can't begin they write down themselves.
     *
     * @return why it couldn't be written down; empty if it was
     * @throws ResetException PLATFORM_UNSUPPORTED if there is no Linux here
     */
    public List<String> refused(ResetRequest request, ResetException why) throws ResetException {
        checkOpen();
        return nics(request.target()).refused(request, why);
    }

    /**
     * Operations on NICs that ended before they were over, in whatever process, and left something to be put back.
     *
     * @throws ResetException SYSTEM_CALL_FAILED if it can't be found out
     */
    public List<Interrupted> interrupted() throws ResetException {
        checkOpen();
        return nics == null ? List.of() : nics.interrupted();
    }

    /**
     * Those of one NIC: of the device that is called so now, whatever it was called then. If nothing is called so now, those
     * that were begun under that name or PCI address.
     *
     * @throws ResetException INVALID_REQUEST if no NIC can be called so; SYSTEM_CALL_FAILED if it can't be found out
     */
    public List<Interrupted> interrupted(DeviceId target) throws ResetException {
        checkOpen();
        return nics == null ? List.of() : nics.interrupted(target);
    }

    /**
     * Puts back what an interrupted operation left: binds the device's driver if none is bound, and restores admin state,
     * addresses, routes and what else was configured. May be called again.
     *
     * @throws ResetException BUSY if that operation is under way; PERMISSION_DENIED if this process may not
     */
    public Resumption resume(Interrupted interrupted) throws ResetException {
        checkOpen();
        if (nics == null) {
            throw new ResetException(
                    Reason.PLATFORM_UNSUPPORTED, "nothing is resumed here: " + bridge.unavailableReason(CLibrary.LIBC));
        }
        return nics.resume(interrupted);
    }

    /**
     * Whether an operation on a NIC hasn't ended, in whatever process; one whose caller gave it up counts until the kernel has
     * let it go. What it leaves is among {@link #interrupted} only then.
     *
     * @throws ResetException INVALID_REQUEST if no NIC can be called so; SYSTEM_CALL_FAILED if it can't be found out
     */
    public boolean isUnderWay(DeviceId target) throws ResetException {
        checkOpen();
        return nics != null && nics.isUnderWay(target);
    }

    /**
     * Says that all is well after resets of a NIC, which {@link Options#withConfirmation} keeps in mind until then. What was
     * interrupted, or couldn't be put back, isn't confirmed by this: {@link #resume} it.
     *
     * @return how many waited for this
     * @throws ResetException INVALID_REQUEST if no NIC can be called so; BUSY if another operation is at it
     */
    public int confirm(DeviceId target) throws ResetException {
        checkOpen();
        return nics == null ? 0 : nics.confirm(target);
    }

    private static void checkMeans(ResetRequest request) throws ResetException {
        if (!request.target().scheme().equals("nic") && (request.method() != null || request.upTo() != null)) {
            throw new ResetException(Reason.INVALID_REQUEST, "methods and rungs are a NIC's: this has one reset");
        }
        boolean proves = request.probe() != null || request.verification() == Verification.DATAPATH;
        if (RasPorts.owns(request.target()) && proves) {
            throw new ResetException(Reason.INVALID_REQUEST, "traffic is probed through NICs, and this is a port");
        }
    }

    private LinuxNics nics(DeviceId target) throws ResetException {
        if (nics == null) {
            throw new ResetException(
                    Reason.PLATFORM_UNSUPPORTED,
                    Printable.brief(target.toString()) + ": " + bridge.unavailableReason(CLibrary.LIBC));
        }
        return nics;
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
