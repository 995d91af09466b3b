// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.PowerState;
import netreset.ndis.Steps;
import netreset.ndis.condis.CoNdisLibrary;
import netreset.ndis.library.AdapterState;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Knob;
import netreset.ndis.rules.Knobs;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.RandomChooser;
import netreset.ndis.sim.Randomness;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.EventLog;
import org.jspecify.annotations.Nullable;

/** A machine, and what befalls it, both made of one seed. */
@SuppressWarnings("EnumOrdinal") // a die chooses among the profiles
final class Storm {
    private static final long MAX_STEPS = 200_000;

    final EventLog log = new EventLog();
    final Books books = new Books();
    final NdisLibrary ndis;
    /** Whether some filter keeps something to itself, so that those above it hear of a reset in parts. */
    private boolean swallows;

    /** The lowest filter that listens; {@code null} if none does. */
    private @Nullable String lowest;

    private final Simulation simulation;
    private final CoNdisLibrary coNdis;
    private final Randomness dice;
    private final Profile profile;
    private final Knobs knobs;
    private final List<StormProtocol> protocols = new ArrayList<>();
    private final List<StormNic> drivers = new ArrayList<>();
    private final List<Boolean> resettable = new ArrayList<>();

    Storm(long seed) {
        dice = new Randomness(seed).fork("storm");
        profile = Profile.values()[dice.below(Profile.values().length)];
        knobs = knobs();
        simulation = new Simulation(new RandomChooser(seed), seed);
        simulation.maxSteps(MAX_STEPS);
        ndis = new NdisLibrary(Settings.of(profile).with(knobs), simulation, log);
        coNdis = new CoNdisLibrary(ndis);
        build();
    }

    private Knobs knobs() {
        Knobs made = Knobs.of(profile);
        if (dice.nextBoolean()) {
            for (Knob knob : Knob.values()) {
                if (dice.below(4) == 0) {
                    made = made.with(
                            knob, knob.readings().get(dice.below(knob.readings().size())));
                }
            }
        }
        return made;
    }

    // ---- the machine

    private void build() {
        int adapters = 1 + dice.below(4);
        List<Boolean> oriented = new ArrayList<>();
        List<Set<String>> wanted = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
        int bindings = 0;
        for (int i = 0; i < adapters; i++) {
            oriented.add(dice.below(3) == 0);
            for (Set<String> each : wanted) {
                if (!oriented.get(i) && bindings < 8 && dice.below(3) > 0) {
                    each.add("nic" + i);
                    bindings++;
                }
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            register(new StormProtocol(ndis, "p" + i, books, dice.fork("p" + i), wanted.get(i)));
        }
        for (int i = dice.below(3); i > 0; i--) {
            filter("f" + i);
        }
        for (int i = 0; i < adapters; i++) {
            adapter("nic" + i, oriented.get(i), bindings < 6);
        }
        simulation.settle();
        for (int i = 0; i < adapters; i++) {
            if (drivers.get(i) instanceof StormMcm) {
                coNdis.NdisMCmRegisterAddressFamily(handle(i), "af");
            }
        }
        for (StormProtocol protocol : protocols) {
            if (protocol instanceof StormManager && !protocol.opens.isEmpty()) {
                coNdis.NdisCmRegisterAddressFamilyEx(protocol.opens.get(0).handle(), "af");
            }
        }
    }

    private void register(StormProtocol protocol) {
        protocols.add(protocol);
        ndis.NdisRegisterProtocolDriver(protocol, protocol.name);
    }

    private void filter(String name) {
        int kept = dice.below(6);
        StormFilter filter = new StormFilter(ndis, kept == 0 || kept == 1, kept == 1 || kept == 2);
        FilterCharacteristics characteristics = FilterCharacteristics.of(name)
                .withStatus(dice.below(4) > 0)
                .withSend(dice.nextBoolean())
                .withOid(dice.nextBoolean());
        if (lowest == null && characteristics.statusHandler()) {
            lowest = name;
        }
        swallows |= kept < 3 && characteristics.statusHandler();
        ndis.NdisFRegisterFilterDriver(filter, characteristics);
    }

    private void adapter(String name, boolean oriented, boolean withCalls) {
        Profile own = Profile.values()[dice.below(Profile.values().length)];
        Profile version = own.isAtLeast(profile) ? profile : own;
        boolean reset = dice.below(8) > 0;
        MiniportCharacteristics characteristics = MiniportCharacteristics.of("driver of " + name)
                .withVersion(own)
                .withReset(reset)
                .withCheckForHang(reset && dice.nextBoolean())
                .withCondis(oriented);
        StormNic driver = driver(oriented, version, dice.fork(name));
        if (oriented && withCalls) {
            Set<String> one = Set.of(name);
            if (!(driver instanceof StormMcm)) {
                register(new StormManager(ndis, coNdis, "cm " + name, books, dice.fork("cm" + name), one));
            }
            register(new StormClient(ndis, coNdis, "client " + name, books, dice.fork("client" + name), one));
        }
        drivers.add(driver);
        resettable.add(reset);
        MiniportDriver<StormPort> plugged = driver;
        ndis.addAdapter(ndis.NdisMRegisterMiniportDriver(plugged, characteristics), name);
    }

    private StormNic driver(boolean oriented, Profile version, Randomness own) {
        if (!oriented) {
            return new StormNic(ndis, coNdis, knobs, version, own);
        }
        return dice.nextBoolean()
                ? new StormMcm(ndis, coNdis, knobs, version, own)
                : new StormAtm(ndis, coNdis, knobs, version, own);
    }

    private MiniportAdapterHandle handle(int adapter) {
        return ndis.adapter("nic" + adapter).handle();
    }

    /** Who was told what of resets. */
    Alternation alternation() {
        return new Alternation(this::hearsAll, knobs.startsOnlyIfPending()).read(log.events());
    }

    /** Whether everything gets there that NDIS tells. */
    private boolean hearsAll(String label) {
        return !swallows || label.startsWith("filter " + lowest + " ");
    }

    long steps() {
        return simulation.steps();
    }

    // ---- what befalls it

    Storm run() {
        for (int i = 1 + dice.below(3); i > 0; i--) {
            thread("resets" + i, this::reset);
        }
        for (StormProtocol protocol : protocols) {
            thread(protocol.name, protocol::act);
        }
        thread("manages", this::manage);
        simulation.settle();
        return this;
    }

    private void thread(String name, Runnable deed) {
        Randomness own = dice.fork("thread " + name);
        Steps steps = new Steps();
        for (int i = 1 + own.below(8); i > 0; i--) {
            steps.sleep(own.below(4) == 0 ? own.below(500_000_000) : own.below(2_000))
                    .then(deed);
        }
        ndis.thread(name, own.nextBoolean() ? Irql.PASSIVE : Irql.DISPATCH, steps);
    }

    private void reset() {
        int adapter = dice.below(drivers.size());
        boolean halted = ndis.adapter("nic" + adapter).state() == AdapterState.HALTED;
        StormProtocol protocol = protocols.get(dice.below(protocols.size()));
        if (profile == Profile.NDIS_5 && !protocol.opens.isEmpty() && dice.nextBoolean()) {
            ndis.NdisReset(protocol.opens.get(0).handle());
        } else if (!halted && drivers.get(adapter).version().isAtLeast(Profile.NDIS_6_30) && dice.below(4) > 0) {
            ndis.NdisMResetMiniport(handle(adapter));
        } else {
            ndis.operatorReset("nic" + adapter);
        }
    }

    private void manage() {
        String adapter = "nic" + dice.below(drivers.size());
        switch (dice.below(12)) {
            case 0, 1 -> ndis.pause(adapter);
            case 2, 3, 4 -> ndis.restart(adapter);
            case 5 -> ndis.power(adapter, PowerState.D3);
            case 6, 7 -> ndis.power(adapter, PowerState.D0);
            case 8 -> ndis.unbind(protocols.get(dice.below(protocols.size())).name, adapter);
            case 9 -> ndis.bind(adapter);
            case 10 -> ndis.halt(adapter);
            default -> ndis.surpriseRemove(adapter);
        }
    }
}
