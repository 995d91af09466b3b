// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.FakeConnection;
import netreset.rras.FakePort;
import netreset.rras.FakeServer;
import netreset.rras.RasServer;
import netreset.rras.abi.RasPortCondition;

/** A scripted server with its ports, the clock, and what the audit trail was told. */
final class Bench implements AuditTrail, AutoCloseable {
    final FakeServer fake = new FakeServer();
    final FakeTime time = new FakeTime();

    /** {@code intend RESET A}, {@code record RESET A}, and between them the calls that changed something. */
    final List<String> trail = new ArrayList<>();

    final List<PortAttempt> records = new ArrayList<>();

    /** Happens between a call with its effect, and what is done next. */
    Runnable onRecord = () -> {};

    boolean intentsFail;
    boolean recordsFail;

    private final RasServer server;
    final PortOperations operations;

    Bench() throws ResetException {
        server = fake.connect();
        operations = new PortOperations(server, this, time);
    }

    /** A free port. */
    FakePort free(String name) {
        FakePort port = new FakePort(0x100L + fake.ports.size(), name);
        fake.ports.add(port);
        return port;
    }

    /** A port that somebody uses. */
    FakePort used(String name, String user, int seconds) {
        FakePort port = free(name);
        port.condition = RasPortCondition.RAS_PORT_AUTHENTICATED;
        port.duration = seconds;
        port.connection = 0x200L + fake.connections.size();
        FakeConnection connection = new FakeConnection(port.connection, user);
        connection.duration = seconds;
        fake.connections.add(connection);
        return port;
    }

    /** A port that listens and yet has a connection. */
    FakePort stuck(String name) {
        FakePort port = used(name, "nobody", 99);
        port.condition = RasPortCondition.RAS_PORT_LISTENING;
        return port;
    }

    static void hangUp(FakePort port) {
        port.connection = 0;
        port.condition = RasPortCondition.RAS_PORT_LISTENING;
        port.duration = 0;
    }

    /** Calls that change something. */
    long mutations() {
        return fake.calls(MprapiFunction.PORT_RESET)
                + fake.calls(MprapiFunction.PORT_DISCONNECT)
                + fake.calls(MprapiFunction.PORT_CLEAR_STATS);
    }

    PortRun run(PortRequest request) throws ResetException {
        return operations.run(request);
    }

    List<PortOutcome> outcomes(PortRun run) {
        return run.ports().stream().map(PortReport::outcome).toList();
    }

    List<String> selected(PortSelection selection) throws ResetException {
        return operations.select(selection).ports().stream()
                .map(port -> port.name())
                .toList();
    }

    @Override
    public void intend(AuditIntent intent) throws IOException {
        if (intentsFail) {
            throw new IOException("no space left");
        }
        trail.add("intend " + intent.operation() + " " + intent.port().name() + " after " + mutations());
    }

    @Override
    public void record(AuditIntent intent, PortAttempt attempt) throws IOException {
        if (recordsFail) {
            throw new IOException("no space left");
        }
        records.add(attempt);
        onRecord.run();
        trail.add("record " + attempt.operation() + " " + attempt.before().name() + " after " + mutations());
    }

    @Override
    public void close() {
        server.close();
    }
}
