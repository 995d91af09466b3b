// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import netreset.rras.Counters;
import netreset.rras.RasConnection;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** What JSON and CSV say of ports and connections: their structures in mprapi.h, in camelCase. */
final class PortFields {
    private PortFields() {}

    /** RAS_PORT_0, and of its connection what tells who it is. */
    static List<Field<RasPort>> port(RasServer server) {
        String name = server.options().server();
        return List.of(
                new Field<>("id", port -> id(name, port.name())),
                new Field<>("server", port -> name),
                new Field<>("name", RasPort::name),
                new Field<>("condition", RasPort::conditionText),
                new Field<>("conditionValue", RasPort::conditionValue),
                new Field<>("activity", port -> port.activity().name()),
                new Field<>("connected", RasPort::isConnected),
                new Field<>("connectSeconds", RasPort::connectSeconds),
                new Field<>("totalCalls", RasPort::totalCalls),
                new Field<>("media", RasPort::media),
                new Field<>("device", RasPort::device),
                new Field<>("deviceType", RasPort::deviceType),
                new Field<>("handle", port -> handle(port.handle())),
                new Field<>("connectionHandle", port -> handle(port.connectionHandle())),
                new Field<>("user", port -> of(port, RasConnection::user)),
                new Field<>("domain", port -> of(port, RasConnection::domain)),
                new Field<>("clientAddress", port -> of(port, RasConnection::clientAddress)),
                new Field<>("endpointAddress", port -> of(port, RasConnection::endpointAddress)),
                new Field<>("dormant", port -> of(port, RasConnection::isDormant)),
                new Field<>("bytesTransmitted", port -> counter(port.connection(), Counters::bytesTransmitted)),
                new Field<>("bytesReceived", port -> counter(port.connection(), Counters::bytesReceived)));
    }

    /** RAS_CONNECTION_EX as far as every server has it. */
    static List<Field<RasConnection>> connection(RasServer server) {
        String name = server.options().server();
        List<Field<RasConnection>> fields = new ArrayList<>(List.of(
                new Field<>("server", connection -> name),
                new Field<>("user", RasConnection::user),
                new Field<>("domain", RasConnection::domain),
                new Field<>("computer", RasConnection::computer),
                new Field<>("connectSeconds", RasConnection::connectSeconds),
                new Field<>("clientAddress", RasConnection::clientAddress),
                new Field<>("endpointAddress", RasConnection::endpointAddress),
                new Field<>("interfaceName", RasConnection::interfaceName),
                new Field<>("interfaceType", RasConnection::interfaceTypeText),
                new Field<>("interfaceTypeValue", RasConnection::interfaceTypeValue),
                new Field<>("flags", connection -> String.format("0x%08x", connection.flags())),
                new Field<>("flagsValue", connection -> Integer.toUnsignedLong(connection.flags())),
                new Field<>("ppp", RasConnection::isPpp),
                new Field<>("ikev2", RasConnection::isIkev2),
                new Field<>("dormant", RasConnection::isDormant),
                new Field<>("quarantine", PortFields::quarantine),
                new Field<>("handle", connection -> handle(connection.handle())),
                new Field<>("interfaceHandle", connection -> handle(connection.interfaceHandle()))));
        add(fields, "bytesTransmitted", Counters::bytesTransmitted);
        add(fields, "bytesReceived", Counters::bytesReceived);
        add(fields, "framesTransmitted", Counters::framesTransmitted);
        add(fields, "framesReceived", Counters::framesReceived);
        add(fields, "crcErrors", Counters::crcErrors);
        add(fields, "timeoutErrors", Counters::timeoutErrors);
        add(fields, "alignmentErrors", Counters::alignmentErrors);
        add(fields, "hardwareOverrunErrors", Counters::hardwareOverrunErrors);
        add(fields, "framingErrors", Counters::framingErrors);
        add(fields, "bufferOverrunErrors", Counters::bufferOverrunErrors);
        add(fields, "compressionRatioIn", Counters::compressionRatioIn);
        add(fields, "compressionRatioOut", Counters::compressionRatioOut);
        return List.copyOf(fields);
    }

    private static @Nullable String quarantine(RasConnection connection) {
        return connection.quarantine() == null ? null : connection.quarantine().text();
    }

    /** As a target names it. */
    static String id(@Nullable String server, String port) {
        return server == null ? "ras:" + port : "ras://" + server + "/" + port;
    }

    private static void add(List<Field<RasConnection>> fields, String key, Function<Counters, Long> counter) {
        fields.add(new Field<>(key, connection -> counter(connection, counter)));
    }

    private static @Nullable Long counter(@Nullable RasConnection connection, Function<Counters, Long> counter) {
        return connection == null || connection.counters() == null ? null : counter.apply(connection.counters());
    }

    private static <T> @Nullable T of(RasPort port, Function<RasConnection, @Nullable T> value) {
        return port.connection() == null ? null : value.apply(port.connection());
    }

    /** All 64 bits; no JSON number has room for them everywhere. */
    private static String handle(long handle) {
        return String.format("0x%016x", handle);
    }
}
