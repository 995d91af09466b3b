// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import netreset.Device;
import netreset.Nic;
import netreset.Offer;
import netreset.Port;
import netreset.Resettability;

/** Objects of kind {@code device}. */
final class DeviceJson {
    private DeviceJson() {}

    static void write(PrintWriter out, Device device) throws IOException {
        JsonLine line = JsonLine.begin(out, "device");
        common(line, device);
        if (device instanceof Nic nic) {
            nic(line, nic);
        } else if (device instanceof Port port) {
            port(line, port);
        }
        line.end();
    }

    private static void common(JsonLine line, Device device) throws IOException {
        Resettability resettability = device.resettability();
        line.id(device.id())
                .put("scheme", device.id().scheme())
                .put("name", device.name())
                .put("driver", device.driver())
                .put("state", device.state())
                .put("resettable", Words.of(resettability.answer()))
                .put("resettableBy", Words.of(resettability.source()))
                .put("resettableWhy", resettability.why())
                .put("methods", device instanceof Nic nic ? methods(nic) : resettability.methods());
    }

    /** What it has, or may have for all that looking tells. */
    private static List<String> methods(Nic nic) {
        return nic.offers().stream()
                .filter(offer -> offer.answer() != Resettability.Answer.NO)
                .map(offer -> offer.method().word())
                .toList();
    }

    private static void nic(JsonLine line, Nic nic) throws IOException {
        Nic.Hardware hardware = nic.hardware();
        line.put("index", nic.index())
                .put("alternativeNames", nic.alternativeNames())
                .put("nicKind", hardware.kind())
                .put("virtual", hardware.virtual())
                .put("address", hardware.address())
                .put("permanentAddress", hardware.permanentAddress())
                .put("bus", hardware.bus())
                .put("busAddress", hardware.busAddress())
                .put("firmware", hardware.firmware())
                .put("master", nic.master())
                .link(nic.link())
                .openArray("offers");
        for (Offer offer : nic.offers()) {
            line.open()
                    .put("method", offer.method().word())
                    .put("rung", offer.rung().name())
                    .put("has", Words.of(offer.answer()))
                    .put("why", offer.why())
                    .close();
        }
        line.closeArray();
    }

    private static void port(JsonLine line, Port port) throws IOException {
        line.put("deviceName", port.device())
                .put("deviceType", port.deviceType())
                .put("connected", port.connected())
                .put("totalCalls", port.totalCalls())
                .put("connectSeconds", port.connectSeconds());
    }
}
