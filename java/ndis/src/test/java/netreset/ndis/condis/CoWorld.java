// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.EventLog;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** An adapter atm0 with a client, and with a call manager that stands alone or is the miniport. */
final class CoWorld {
    final EventLog log = new EventLog();
    final Simulation simulation = new Simulation(Fifo.FIFO, 0);
    final NdisLibrary ndis;
    final CoNdisLibrary co;
    final Heard heard;
    final CoTeller.Client client;
    final CoTeller.Manager manager;
    final Atm atm;
    final boolean mcm;
    final AfHandle family;

    private CoWorld(boolean mcm, boolean filtered, Settings settings) {
        this.mcm = mcm;
        ndis = new NdisLibrary(settings, simulation, log);
        co = new CoNdisLibrary(ndis);
        heard = new Heard(ndis);
        client = new CoTeller.Client(ndis, co, heard);
        manager = new CoTeller.Manager(ndis, co, heard);
        atm = mcm ? new Mcm(ndis, co, heard) : new Atm(ndis, co, heard);
        ndis.NdisRegisterProtocolDriver(client, "client");
        if (!mcm) {
            ndis.NdisRegisterProtocolDriver(manager, "manager");
        }
        if (filtered) {
            ndis.NdisFRegisterFilterDriver(
                    new Passing(ndis), FilterCharacteristics.of("f").withStatus(true));
        }
        ndis.addAdapter(
                ndis.NdisMRegisterMiniportDriver(
                        atm, MiniportCharacteristics.of("atm").withCondis(true)),
                "atm0");
        simulation.settle();
        NdisStatus offered = mcm
                ? co.NdisMCmRegisterAddressFamily(handle(), "af")
                : co.NdisCmRegisterAddressFamilyEx(manager.open().handle(), "af");
        if (!offered.equals(NdisStatus.SUCCESS)) {
            throw new AssertionError("no address family: " + offered);
        }
        family = Objects.requireNonNull(
                co.NdisClOpenAddressFamilyEx(client.open().handle(), "af"));
    }

    static CoWorld standAlone() {
        return new CoWorld(false, false, Settings.of(Profile.NDIS_6_30));
    }

    static CoWorld standAlone(Knob knob, String reading) {
        return new CoWorld(
                false,
                false,
                Settings.of(Profile.NDIS_6_30).with(Knobs.of(Profile.NDIS_6_30).with(knob, reading)));
    }

    /** With a filter that listens and passes all on. */
    static CoWorld filtered() {
        return new CoWorld(false, true, Settings.of(Profile.NDIS_6_30));
    }

    static CoWorld mcm() {
        return new CoWorld(true, false, Settings.of(Profile.NDIS_6_30));
    }

    /** A filter that does nothing. */
    private record Passing(Ndis ndis) implements FilterDriver<Passing.Module> {
        /** One module. */
        record Module(FilterHandle handle) implements FilterContext {}

        @Override
        public Module newContext(FilterHandle handle) {
            return new Module(handle);
        }
    }

    MiniportAdapterHandle handle() {
        return ndis.adapter("atm0").handle();
    }

    VcHandle created() {
        VcContext vc = new VcContext();
        co.NdisCoCreateVc(client.open().handle(), family, vc);
        return vc.handle();
    }

    VcHandle active() {
        VcHandle vc = created();
        if (mcm) {
            co.NdisMCmActivateVc(vc, "slow");
        } else {
            co.NdisCmActivateVc(vc, "slow");
        }
        return vc;
    }

    /** A VC with a call on it. */
    VcHandle called() {
        VcHandle vc = created();
        co.NdisClMakeCall(vc, "slow", null);
        return vc;
    }

    void send(VcHandle vc, String name) {
        co.NdisCoSendNetBufferLists(vc, new NetBufferList(name), 0);
    }

    NdisStatus ask(@Nullable AfHandle of, String name) {
        return co.NdisCoOidRequest(client.open().handle(), of, null, null, OidRequest.query(name, Oid.GEN_STATISTICS));
    }

    void reset() {
        ndis.NdisMResetMiniport(handle());
        simulation.settle();
    }

    CoWorld resetting() {
        atm.reset = (card, addressing) -> NdisStatus.PENDING;
        reset();
        return this;
    }

    void complete(NdisStatus status) {
        ndis.NdisMResetComplete(handle(), status, false);
        simulation.settle();
    }

    /** A VC that the call manager has made for a call that comes in. */
    VcHandle incoming() {
        VcContext vc = new VcContext("incoming");
        if (mcm) {
            co.NdisMCmCreateVc(handle(), family, vc);
        } else {
            co.NdisCoCreateVc(manager.open().handle(), family, vc);
        }
        return vc.handle();
    }

    /** The events of these kinds, each as: who, whom, and what is said of VC, status, request and in words. */
    List<String> events(What... kinds) {
        return log.events().stream()
                .filter(event -> List.of(kinds).contains(event.what()))
                .map(CoWorld::line)
                .toList();
    }

    private static String line(Event event) {
        return Stream.of(event.vc(), event.status(), event.nbl(), event.text())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" ", event.from() + " > " + event.to() + ": ", ""));
    }

    List<String> messages() {
        return ndis.violations().stream().map(Violation::message).toList();
    }

    List<Integer> broken() {
        return ndis.violations().stream().map(Violation::rule).toList();
    }
}
