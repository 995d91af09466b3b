// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netreset.DeviceId;
import netreset.Port;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.Verification;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** The Windows half: ports as devices. Holds no session; every operation connects anew. */
public final class RasPorts {
    /** MprAdminPortReset. */
    static final String METHOD = "mprapi";

    /** The refusal to reset a port somebody uses. */
    static final String IN_USE = "in-use";

    private static final Scope PORT = Scope.of("port");

    private final Connector connector;
    private final Time time;
    private final @Nullable Path auditFile;

    /** How a server is reached. */
    @FunctionalInterface
    interface Connector {
        RasServer connect(RasServer.Options options) throws ResetException;
    }

    /**
     * Connects to nothing yet.
     *
     * @param bridge by its name
     * @param auditFile to append to, as {@link AuditFile}; {@code null} for none
     */
    public RasPorts(String bridge, @Nullable Path auditFile) {
        this(options -> RasServer.connect(options.withBridge(bridge)), Time.SYSTEM, auditFile);
    }

    RasPorts(Connector connector, Time time, @Nullable Path auditFile) {
        this.connector = connector;
        this.time = time;
        this.auditFile = auditFile;
    }

    /** Whether an id is a port's. */
    public static boolean owns(DeviceId id) {
        return id.scheme().equals(PortTarget.SCHEME);
    }

    /** Every port of this machine's server, in its order; but none without a name, for nothing could ask for it. */
    public List<Port> list() throws ResetException {
        try (RasServer server = connector.connect(RasServer.Options.DEFAULT)) {
            return server.ports().stream()
                    .filter(port -> !port.name().isEmpty())
                    .map(port -> PortDevices.device(new DeviceId(PortTarget.SCHEME, port.name()), port))
                    .toList();
        }
    }

    /** What a reset would do. Changes nothing. */
    public ResetPlan plan(ResetRequest request) throws ResetException {
        PortTarget target = PortTarget.of(request.target());
        PortRequest operation = operation(request);
        try (RasServer server = connect(target)) {
            return PortResets.plan(request, plan(operation, server, target));
        }
    }

    /** Resets, and looks for an effect as asked. */
    public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
        PortTarget target = PortTarget.of(request.target());
        PortRequest operation = operation(request);
        try (RasServer server = connect(target);
                ToldTrail audit = ToldTrail.open(auditFile, request, listener)) {
            PortPlan plan = plan(operation, server, target);
            PortRun run = new PortOperations(server, audit, time).run(plan, report -> {});
            String bridge = server.module().bridge().name();
            return PortResets.report(request, bridge, run);
        } catch (IOException e) {
            throw new ResetException(
                    Reason.SYSTEM_CALL_FAILED,
                    "the audit file can't be written: " + Printable.brief(String.valueOf(e.getMessage())),
                    null,
                    e);
        }
    }

    private RasServer connect(PortTarget target) throws ResetException {
        try {
            return connector.connect(RasServer.Options.DEFAULT.withServer(target.server()));
        } catch (ResetException e) {
            String server = target.server() == null ? "" : " of " + Printable.brief(target.server());
            throw new ResetException(
                    e.reason(), Printable.brief(target.port()) + server + ": " + e.getMessage(), e.code(), e);
        }
    }

    private static PortRequest operation(ResetRequest request) throws ResetException {
        if (!request.scope().equals(Scope.FUNCTION) && !request.scope().equals(PORT)) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "a port is reset as a whole: its scope is function or port");
        }
        for (String code : request.overrides()) {
            if (!code.equals(IN_USE)) {
                throw new ResetException(
                        Reason.INVALID_REQUEST,
                        "'" + Printable.brief(code) + "' is no refusal of a port that can be overridden: there is "
                                + IN_USE);
            }
        }
        return PortRequest.of(PortOperation.RESET, PortSelection.ALL)
                .withPortsInUse(request.overrides().contains(IN_USE))
                .withVerification(request.verification() == Verification.NONE ? Duration.ZERO : request.timeout());
    }

    private static PortPlan plan(PortRequest request, RasServer server, PortTarget target) throws ResetException {
        List<RasPort> ports = server.ports().stream()
                .filter(port -> port.name().equals(target.port()))
                .toList();
        if (ports.size() != 1) {
            throw new ResetException(
                    ports.isEmpty() ? Reason.NOT_FOUND : Reason.INVALID_REQUEST,
                    (ports.isEmpty() ? "no port" : ports.size() + " ports") + " of " + server.name() + " called "
                            + Printable.brief(target.port()));
        }
        return Planner.plan(request, ports, List.of());
    }
}
