// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The scripted mprapi of native/mprapi: on Windows the one that lies in the system folder, loaded as users' is; on Linux
 * the same source as a shared library, built when it is older than that.
 */
public final class StandIn {
    private static final String MADE_FOR_TESTS = "StandinReset";

    private final MprapiModule module;
    private final TestLibrary library;

    private StandIn(MprapiModule module, TestLibrary library) {
        this.module = module;
        this.library = library;
    }

    /** With all its exports. The test is skipped if there is none: aloud. */
    public static StandIn open(Bridge bridge, TestLibrary.Opener opener) throws NoMprapiException {
        return onWindows() ? system(bridge, opener) : built(bridge, opener, "full");
    }

    /** Linux only: one with fewer exports, {@code old}, {@code rasadmin} or {@code none}. */
    public static StandIn built(Bridge bridge, TestLibrary.Opener opener, String personality) throws NoMprapiException {
        return at(bridge, opener, Build.library(personality).toString());
    }

    /** Linux only: the one at this absolute path. */
    public static StandIn at(Bridge bridge, TestLibrary.Opener opener, String path) throws NoMprapiException {
        TestLibrary library = opener.open(path);
        return new StandIn(MprapiModule.of(bridge, new TestKernel32(library), path, library), library);
    }

    /** Linux only: skips the test if there is none to build. */
    static void require() {
        Build.library("full");
    }

    private static StandIn system(Bridge bridge, TestLibrary.Opener opener) throws NoMprapiException {
        MprapiModule module = MprapiModule.system(bridge);
        TestLibrary library = opener.open(module.path());
        if (library.address(MADE_FOR_TESTS) == 0) {
            throw skipped(module.path() + " is not the one made for tests");
        }
        return new StandIn(module, library);
    }

    static boolean onWindows() {
        return CLibrary.here() == CLibrary.KERNEL32;
    }

    static TestAbortedException skipped(String reason) {
        System.out.println("SKIPPED: " + reason);
        return new TestAbortedException(reason);
    }

    /** What a session works with. */
    public MprapiModule module() {
        return module;
    }

    /** The library itself. */
    public TestLibrary library() {
        return library;
    }

    /** Forgets everything, and runs these lines of its script language. */
    public StandIn reset(String... lines) {
        assertThat((int) library.call("StandinReset")).as("calls still inside").isZero();
        return script(lines);
    }

    /** Runs these lines. */
    public StandIn script(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
        int wrong = (int) library.call(
                "StandinScript", ByteBuffer.allocateDirect(bytes.length + 1).put(0, bytes));
        assertThat(wrong).as(text("StandinComplaint", 300)).isZero();
        return this;
    }

    /** The calls that have returned, as {@code MprAdminPortReset(server=0x10, port=0x4) = 0}. */
    public List<String> log() {
        return text("StandinLog", 16 << 20)
                .lines()
                .map(line -> line.replaceFirst("^#\\d+ t\\d+ (.*) \\[\\d+ us]$", "$1"))
                .toList();
    }

    /** The number of a counter. */
    public long counter(Counter counter) {
        return counters().getOrDefault(counter, 0L);
    }

    /** All of them, by the order in the stand-in's header: for each answer it looks through what was freed. */
    public Map<Counter, Long> counters() {
        Counter[] names = Counter.values();
        ByteBuffer values = ByteBuffer.allocateDirect(Long.BYTES * names.length).order(ByteOrder.nativeOrder());
        int count = (int) library.call("StandinCounters", values, names.length);
        assertThat(count).as("counters of the stand-in").isEqualTo(names.length);
        Map<Counter, Long> counters = new EnumMap<>(Counter.class);
        for (Counter name : names) {
            counters.put(name, values.getLong());
        }
        return counters;
    }

    private String text(String function, int size) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(size);
        int length = (int) library.call(function, buffer, size);
        byte[] bytes = new byte[Math.min(length, size - 1)];
        buffer.get(0, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Of native/mprapi/standin.h, in its order. */
    public enum Counter {
        CALLS,
        INSIDE,
        BUFFERS_ALLOCATED,
        BUFFERS_FREED,
        BUFFERS_LIVE,
        DOUBLE_FREES,
        FOREIGN_FREES,
        CANARIES_DAMAGED,
        WRITES_AFTER_FREE,
        STRINGS_ALLOCATED,
        STRINGS_LIVE,
        CONNECTS,
        DISCONNECTS,
        HANDLES_LIVE,
        BAD_SERVER_HANDLES,
        DISCONNECTS_DURING_CALLS,
        MOST_CALLS_ON_A_HANDLE,
        NOTIFICATIONS_LIVE,
        EVENTS_SENT,
        EVENTS_NOT_TAKEN,
        EVENTS_LIVE,
        THREADS
    }

    /** From its source, by the script beside it. */
    private static final class Build {
        private static Path library(String personality) {
            Path source = source();
            Path library = source.resolve("target/linux/" + personality + "/libmprapi.so");
            try {
                if (!isNewerThan(source, library)) {
                    run(source.resolve("build").toString(), "linux");
                }
            } catch (IOException | InterruptedException e) {
                throw skipped("native/mprapi can't be built: " + e);
            }
            return library;
        }

        /** Tests run in their module's folder, or in the repository's. */
        private static Path source() {
            return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                    .map(folder -> folder.resolve("native/mprapi"))
                    .filter(folder -> Files.isExecutable(folder.resolve("build")))
                    .findFirst()
                    .orElseThrow(() -> skipped("native/mprapi isn't here, no stand-in for mprapi.dll"));
        }

        private static boolean isNewerThan(Path source, Path library) throws IOException {
            if (!Files.exists(library)) {
                return false;
            }
            try (Stream<Path> files = Files.list(source)) {
                long built = Files.getLastModifiedTime(library).toMillis();
                return files.filter(Files::isRegularFile)
                        .allMatch(file -> file.toFile().lastModified() <= built);
            }
        }

        private static void run(String... command) throws IOException, InterruptedException {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw skipped("native/mprapi can't be built: " + output.strip());
            }
        }
    }
}
