// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.miniports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import netreset.ndis.Digest;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.explore.Exploration;
import netreset.ndis.explore.Explorer;
import netreset.ndis.explore.Subject;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.AfterSetUp;
import netreset.ndis.sim.Chooser;
import netreset.ndis.sim.Simulation;

/**
 * Explores the resets of so many of ResetRaceNic's adapters at once, again and again: {@code ResetRace NICS LOCKED MILLIS}.
 * Prints states of one exploration, states a second of the runs in the second half of the time, and the verdict, tab-separated.
 */
final class ResetRace implements Subject.Run {
    private static final Settings SETTINGS = Settings.of(Profile.NDIS_6_30);

    private final Simulation simulation;
    private final NdisLibrary ndis;
    private final List<MiniportAdapterHandle> nics = new ArrayList<>();

    private ResetRace(Chooser chooser, List<String> names, boolean locked) {
        AfterSetUp afterwards = new AfterSetUp(chooser);
        simulation = new Simulation(afterwards, 0);
        ndis = new NdisLibrary(SETTINGS, simulation, null);
        MiniportDriverHandle driver = ndis.NdisMRegisterMiniportDriver(
                (MiniportDriver<?>) new ResetRaceNic(ndis, locked),
                ResetRaceNic.characteristics().withVersion(Profile.NDIS_6_30));
        for (String name : names) {
            ndis.addAdapter(driver, name);
            nics.add(ndis.adapter(name).handle());
        }
        simulation.settle();
        afterwards.isSetUp();
    }

    @Override
    public Simulation simulation() {
        return simulation;
    }

    @Override
    public void go() {
        nics.forEach(ndis::NdisMResetMiniport);
        simulation.settle();
    }

    @Override
    public String failure() {
        return ndis.violationCount() == 0 ? null : ndis.violations().get(0).toString();
    }

    @Override
    public String failureAtEnd() {
        return ndis.unfinished().isEmpty() ? null : ndis.unfinished().toString();
    }

    @Override
    public void digest(Digest digest) {
        ndis.digest(digest);
    }

    public static void main(String[] arguments) {
        List<String> names = IntStream.range(0, Integer.parseInt(arguments[0]))
                .mapToObj(i -> "nic" + i)
                .toList();
        boolean locked = Boolean.parseBoolean(arguments[1]);
        long nanos = Long.parseLong(arguments[2]) * 1_000_000;
        Supplier<Exploration> explore =
                () -> new Explorer(chooser -> new ResetRace(chooser, names, locked), System::nanoTime).explore();
        long begin = System.nanoTime();
        Exploration last;
        long states = 0;
        long spent = 0;
        do {
            long start = System.nanoTime();
            last = explore.get();
            long end = System.nanoTime();
            if (start - begin >= nanos / 2 || spent == 0) {
                states = spent == 0 ? 0 : states;
                states += last.states();
                spent += end - start;
            }
        } while (System.nanoTime() - begin < nanos);
        String verdict = last.counterExample() != null ? "FAILS" : last.isComplete() ? "HOLDS" : "UNKNOWN";
        System.out.println(last.states() + "\t" + states * 1e9 / spent + "\t" + verdict);
    }
}
