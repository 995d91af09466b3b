// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import netreset.ResetException;
import netreset.bridge.FakeModules;
import netreset.bridge.MprapiFunction;
import netreset.bridge.MprapiModule;
import netreset.bridge.NoMprapiException;
import netreset.rras.abi.MprServer0;
import netreset.rras.abi.Winerror;

/**
 * A Routing and Remote Access server in Java, by its documentation: what a test makes of it, it answers. By default a
 * reset does nothing and succeeds, as MS-RRASM has it.
 */
public final class FakeServer {
    public final List<FakePort> ports = new ArrayList<>();
    public final List<FakeConnection> connections = new ArrayList<>();
    public final FakeHeap heap = new FakeHeap();

    /** Functions the library doesn't have. */
    public final Set<MprapiFunction> missing = EnumSet.noneOf(MprapiFunction.class);

    /** Each call as {@code MprAdminPortReset 0x1 0x4}: the function and its handles, in order. */
    public final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** Entries in a page at most. */
    public int pageSize = Integer.MAX_VALUE;

    /** Spoils a page of ports before it is given. */
    public Consumer<FakePage> spoilPorts = page -> {};

    /** Spoils a page of connections. */
    public Consumer<FakePage> spoilConnections = page -> {};

    /** What happens to a port when it is reset. */
    public Consumer<FakePort> reset = port -> {};

    /** What happens to a port when it is disconnected. */
    public Consumer<FakePort> disconnect = port -> {};

    /** What happens to a port whose statistics are cleared. */
    public Consumer<FakePort> clear = port -> port.counters = new int[12];

    /** Whether a reset returns 0 and leaves no trace, in the log neither. */
    public boolean allocatesNothing;

    /** Whether what is asked about one port succeeds and gives no pointer. */
    public boolean givesNothing;

    public boolean lanOnly;
    public int upSeconds = 60;

    /** The BOOLs of the two questions for the service. */
    public int running = 1;

    public int initialized = 1;

    /** The handle that the next connect gives. */
    public long nextHandle = 0x1000;

    /** Texts of MprAdminGetErrorString, of FormatMessageW with mprmsg.dll, which is there if it has one, and without. */
    public final Map<Integer, String> routerTexts = new HashMap<>();

    public final Map<Integer, String> moduleTexts = new HashMap<>();

    public final Map<Integer, String> systemTexts = new HashMap<>();

    /** Events that exist, and how often they are signalled. */
    public final Map<Long, Semaphore> events = new ConcurrentHashMap<>();

    /** Events that want to hear of connections. */
    public final Set<Long> notified = ConcurrentHashMap.newKeySet();

    private final Map<MprapiFunction, Deque<Integer>> codes = new EnumMap<>(MprapiFunction.class);
    private final Map<MprapiFunction, Integer> always = new EnumMap<>(MprapiFunction.class);
    private final Map<MprapiFunction, Hang> hangs = Collections.synchronizedMap(new EnumMap<>(MprapiFunction.class));

    /** The next calls of a function return these, one after the other. */
    public void fail(MprapiFunction function, int... results) {
        for (int code : results) {
            codes.computeIfAbsent(function, f -> new ArrayDeque<>()).add(code);
        }
    }

    /** Every call of a function returns this. */
    public void failAlways(MprapiFunction function, int code) {
        always.put(function, code);
    }

    /** The next call of a function doesn't come back before it is let go. */
    public Hang hang(MprapiFunction function) {
        Hang hang = new Hang();
        hangs.put(function, hang);
        return hang;
    }

    /** A call that doesn't come back. */
    public static final class Hang {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        /** Waits until the call is there. */
        public void awaitEntered() throws InterruptedException {
            if (!entered.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody called");
            }
        }

        /** Lets it go on. */
        public void release() {
            released.countDown();
        }

        void here() {
            entered.countDown();
            boolean interrupted = false;
            while (true) {
                try {
                    released.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells those who want to hear that a connection came or went. */
    public void notifyOfConnections() {
        notified.forEach(event -> Objects.requireNonNull(events.get(event)).release());
    }

    /** Waits until each event was closed. */
    public void awaitNoEvents() throws InterruptedException {
        for (int i = 0; i < 500 && !events.isEmpty(); i++) {
            Thread.sleep(20);
        }
        if (!events.isEmpty()) {
            throw new AssertionError("events that nobody closes: " + events.keySet());
        }
    }

    /** Connects to it as to this machine's. */
    public RasServer connect() throws ResetException {
        return connect(RasServer.Options.DEFAULT);
    }

    /** Connects to it. */
    public RasServer connect(RasServer.Options options) throws ResetException {
        return RasServer.connect(module(), options);
    }

    private MprapiModule module() {
        try {
            FakeBridge bridge = new FakeBridge(this);
            return FakeModules.of(bridge, bridge.kernel32(), missing);
        } catch (NoMprapiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls of a function. */
    public long calls(MprapiFunction function) {
        synchronized (log) {
            return log.stream()
                    .filter(line -> (line + " ").startsWith(function.cName() + " "))
                    .count();
        }
    }

    int code(MprapiFunction function) {
        Hang hang = hangs.remove(function);
        if (hang != null) {
            hang.here();
        }
        Deque<Integer> next = codes.get(function);
        return next != null && !next.isEmpty() ? next.remove() : always.getOrDefault(function, Winerror.ERROR_SUCCESS);
    }

    byte[] info() {
        ByteBuffer row = ByteBuffer.allocate(MprServer0.SIZE).order(ByteOrder.nativeOrder());
        int inUse = (int) ports.stream().filter(port -> port.connection != 0).count();
        row.putInt(MprServer0.F_LAN_ONLY_MODE, lanOnly ? -1 : 0).putInt(MprServer0.DW_UP_TIME, upSeconds);
        row.putInt(MprServer0.DW_TOTAL_PORTS, ports.size()).putInt(MprServer0.DW_PORTS_IN_USE, inUse);
        return row.array();
    }

    static byte[] wide(String text) {
        return (text + "\0")
                .getBytes(
                        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
                                ? StandardCharsets.UTF_16LE
                                : StandardCharsets.UTF_16BE);
    }
}
