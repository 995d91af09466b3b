// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** The bridges on the class path or module path. Finding them loads no native library; asking whether they work does. */
public final class Bridges {
    /** A provider that fails to load costs one; ServiceLoader could fail forever, as when it can't read its files. */
    private static final int MAX_FAILURES = 100;

    private final List<Bridge> loaded = new ArrayList<>();
    private final List<BridgeStatus> broken = new ArrayList<>();

    private Bridges(ClassLoader loader) {
        Iterator<Bridge> providers = ServiceLoader.load(Bridge.class, loader).iterator();
        int failures = 0;
        while (failures < MAX_FAILURES) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                loaded.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                // That class failed alone: the iterator is already past it.
                failures++;
                addBroken(new BridgeStatus(Reasons.providerName(e), 0, Reasons.of(e)));
            }
        }
        loaded.sort(Bridges::byPriority);
    }

    /** Not made of Comparator's own, which an archive of classes can't have. */
    private static int byPriority(Bridge one, Bridge other) {
        int order = Integer.compare(other.priority(), one.priority());
        return order == 0 ? one.name().compareTo(other.name()) : order;
    }

    /** Finds the bridges that core's own class loader sees, or that are in its module layer. */
    public static Bridges find() {
        return find(Bridges.class.getClassLoader());
    }

    /** Finds the bridges that {@code loader} sees. */
    public static Bridges find(ClassLoader loader) {
        return new Bridges(loader);
    }

    /**
     * The usable bridge with the highest priority; usable for the library netreset needs on this operating system.
     *
     * @throws NoBridgeException if none is
     */
    public Bridge best() throws NoBridgeException {
        return best(CLibrary.here());
    }

    /**
     * The bridge with the highest priority that can call this library. Doesn't try those below it.
     *
     * @throws NoBridgeException if none can
     */
    public Bridge best(CLibrary library) throws NoBridgeException {
        return first(library, bridge -> true)
                .orElseThrow(() -> new NoBridgeException("usable bridge to C", statuses(library)));
    }

    /**
     * The bridge with that name, usable for the library netreset needs on this operating system.
     *
     * @throws NoBridgeException if there is none, or it isn't usable
     */
    public Bridge named(String name) throws NoBridgeException {
        return named(name, CLibrary.here());
    }

    /**
     * The bridge with that name, which can call this library. Doesn't try others.
     *
     * @throws NoBridgeException if there is none, or it can't
     */
    public Bridge named(String name, CLibrary library) throws NoBridgeException {
        return first(library, bridge -> bridge.name().equals(name))
                .orElseThrow(() -> new NoBridgeException("usable bridge named " + name, statuses(library)));
    }

    /** As {@link #statuses(CLibrary)}, for the library netreset needs on this operating system. */
    public List<BridgeStatus> statuses() {
        return statuses(CLibrary.here());
    }

    /** Every bridge found, in the order of their priority, and whether it can call this library; tries each. */
    public List<BridgeStatus> statuses(CLibrary library) {
        List<BridgeStatus> statuses = new ArrayList<>();
        loaded.forEach(bridge -> statuses.add(status(bridge, library)));
        statuses.addAll(broken);
        return List.copyOf(statuses);
    }

    private Optional<Bridge> first(CLibrary library, Predicate<Bridge> wanted) {
        return loaded.stream()
                .filter(wanted)
                .filter(bridge -> status(bridge, library).available())
                .findFirst();
    }

    /** Once: a module that also has a services file, for use as a plain jar, is come across twice. */
    private void addBroken(BridgeStatus status) {
        if (!broken.contains(status)) {
            broken.add(status);
        }
    }

    private static BridgeStatus status(Bridge bridge, CLibrary library) {
        return new BridgeStatus(bridge.name(), bridge.priority(), bridge.unavailableReason(library));
    }
}
