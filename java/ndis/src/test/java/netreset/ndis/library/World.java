// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.List;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.EventLog;
import netreset.ndis.trace.What;

/** An NDIS with a NIC called nic0 and two protocols, and short words for what tests look at. */
class World {
    static final long SECOND = 1_000_000_000L;
    static final String NIC = "nic0";

    final EventLog log = new EventLog();
    final Simulation simulation;
    final NdisLibrary ndis;
    final TestNic nic;
    final TestProtocol tcp;
    final TestProtocol lldp;

    World() {
        this(Profile.NDIS_6_30);
    }

    World(Profile profile) {
        this(Settings.of(profile), Fifo.FIFO, 0);
    }

    World(Knob knob, String reading) {
        this(Settings.of(Profile.NDIS_6_30).with(Knobs.of(Profile.NDIS_6_30).with(knob, reading)), Fifo.FIFO, 0);
    }

    World(Settings settings, Chooser chooser, long seed) {
        simulation = new Simulation(chooser, seed);
        ndis = new NdisLibrary(settings, simulation, log);
        nic = new TestNic(ndis);
        tcp = new TestProtocol(ndis);
        lldp = new TestProtocol(ndis);
    }

    World started() {
        return started(MiniportCharacteristics.of("testnic").withCheckForHang(true));
    }

    World started(MiniportCharacteristics characteristics) {
        return started(characteristics, nic);
    }

    World started(MiniportCharacteristics characteristics, TestNic driver) {
        ndis.NdisRegisterProtocolDriver(tcp, "tcp");
        ndis.NdisRegisterProtocolDriver(lldp, "lldp");
        ndis.addAdapter(ndis.NdisMRegisterMiniportDriver(driver, characteristics), NIC);
        simulation.settle();
        return this;
    }

    AdapterBlock adapter() {
        return ndis.adapter(NIC);
    }

    MiniportAdapterHandle handle() {
        return adapter().handle();
    }

    /** Asks for a reset as the driver would, and lets it happen. */
    World reset() {
        ndis.NdisMResetMiniport(handle());
        simulation.settle();
        return this;
    }

    World pending() {
        nic.reset = (port, addressing) -> NdisStatus.PENDING;
        return this;
    }

    void complete(NdisStatus status, boolean addressingReset) {
        ndis.NdisMResetComplete(handle(), status, addressingReset);
        simulation.settle();
    }

    List<Integer> broken() {
        return ndis.violations().stream().map(Violation::rule).toList();
    }

    List<Event> events(What what) {
        return log.events().stream().filter(event -> event.what() == what).toList();
    }

    /** The kinds of events from the first request for a reset on. */
    List<String> story() {
        return log.events().stream()
                .dropWhile(event -> event.what() != What.RESET_REQUEST)
                .map(event -> event.status() == null || event.what() != What.STATUS
                        ? event.what().word()
                        : event.what().word() + " " + event.status() + " " + event.to())
                .toList();
    }
}
