// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.List;
import java.util.Locale;
import netreset.DeviceId;
import netreset.DeviceIdentity;
import netreset.Port;
import netreset.ResetReport.PortSnapshot;
import netreset.Resettability;
import netreset.rras.RasPort;

/** From a server's description of a port to what the API says of a device. */
final class PortDevices {
    /** Nobody can tell before: some servers reset, and current ones may do nothing and say the same. */
    private static final Resettability RESETTABILITY = new Resettability(
            Resettability.Answer.UNKNOWN,
            Resettability.Source.NONE,
            List.of(RasPorts.METHOD),
            "its server takes a device reset, but may do nothing (MS-RRASM 3.1.4.8)");

    private PortDevices() {}

    static Port device(DeviceId id, RasPort port) {
        return new Port(
                id,
                port.name(),
                port.device(),
                port.deviceType(),
                state(port),
                port.isConnected(),
                port.totalCalls(),
                port.connectSeconds(),
                RESETTABILITY);
    }

    static DeviceIdentity identity(RasPort port) {
        return DeviceIdentity.ofPort(port.name());
    }

    static PortSnapshot snapshot(RasPort port) {
        return new PortSnapshot(identity(port), state(port), port.isConnected(), port.totalCalls());
    }

    private static String state(RasPort port) {
        return port.conditionText().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
