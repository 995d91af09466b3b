// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.NetBufferList;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Profile;
import netreset.ndis.rules.Violation;
import netreset.ndis.sim.AfterSetUp;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.EventLog;
import netreset.ndis.trace.What;

/** A machine with one NIC and one protocol. */
@SuppressWarnings("MemberName") // C's names
final class Machine<D extends MiniportDriver<?>> implements ProtocolDriver<Machine.Open> {
    final EventLog log = new EventLog();
    final Simulation simulation;
    final NdisLibrary ndis;
    final D driver;
    final List<String> told = new ArrayList<>();
    final List<NetBufferList> received = new ArrayList<>();
    private final List<Open> opens = new ArrayList<>();

    /** It keeps nothing that what happens next depends on. */
    static final class Open extends BindingContext implements Digestible {
        @Override
        public void digest(Digest digest) {
            digest.add(0);
        }
    }

    Machine(Chooser chooser, MiniportCharacteristics characteristics, Function<Ndis, D> driver) {
        AfterSetUp afterwards = new AfterSetUp(chooser);
        simulation = new Simulation(afterwards, 0);
        ndis = new NdisLibrary(Settings.of(Profile.NDIS_6_30), simulation, log);
        this.driver = driver.apply(ndis);
        ndis.NdisRegisterProtocolDriver(this, "tcp");
        ndis.addAdapter(
                ndis.NdisMRegisterMiniportDriver(
                        (MiniportDriver<?>) this.driver, characteristics.withVersion(Profile.NDIS_6_30)),
                "nic0");
        simulation.settle();
        afterwards.isSetUp();
    }

    <N> N nic(Class<N> type) {
        return type.cast(ndis.adapter("nic0").context());
    }

    Open open() {
        return opens.get(0);
    }

    void send(String name) {
        NetBufferList list = new NetBufferList(name);
        list.cancelId("c");
        ndis.NdisSendNetBufferLists(open().handle(), list, 0, 0);
    }

    Machine<D> reset() {
        ndis.NdisMResetMiniport(ndis.adapter("nic0").handle());
        simulation.settle();
        return this;
    }

    List<Integer> broken() {
        return ndis.violations().stream().map(Violation::rule).toList();
    }

    long count(What what) {
        return log.events().stream().filter(event -> event.what() == what).count();
    }

    @Override
    public Ndis ndis() {
        return ndis;
    }

    @Override
    public Open newContext(BindParameters adapter) {
        Open open = new Open();
        opens.add(open);
        return open;
    }

    @Override
    public void ProtocolStatusEx(Open open, StatusIndication indication) {
        told.add(indication.statusCode().toString());
    }

    @Override
    public void ProtocolSendNetBufferListsComplete(Open open, NetBufferList lists, int flags) {
        told.add(lists.name() + " " + lists.status());
    }

    @Override
    public void ProtocolReceiveNetBufferLists(Open open, NetBufferList lists, int portNumber, int flags) {
        received.add(lists);
    }
}
