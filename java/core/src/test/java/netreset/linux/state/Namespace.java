// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netreset.bridge.Libc;
import netreset.linux.abi.Fcntl;
import netreset.linux.abi.Sched;
import org.junit.jupiter.api.Assumptions;

/** A network namespace of a test's own, made by ip(8) and gone with the test: no link of the machine is ever touched. */
public final class Namespace implements AutoCloseable {
    /** What ip(8) says of namespaces that end while it looks for a peer's, such as those of other tests. */
    private static final String OTHERS_ENDED = "Error: Peer netns reference is invalid.\n";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Libc libc;
    private final String name = "netreset-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();

    public Namespace(Libc libc) {
        this.libc = libc;
        String refusal = tryRun("ip", "netns", "add", name);
        if (refusal != null) {
            skip("NO NETWORK NAMESPACES HERE: " + refusal);
        }
    }

    /** Skips the test, and says so where nobody overlooks it. */
    public static void skip(String why) {
        System.err.println("SKIPPED, NOT PROVEN: " + why);
        Assumptions.abort(why);
    }

    /** As {@code ip netns} has it. */
    public String name() {
        return name;
    }

    /** {@code ip} in the namespace; what it printed. */
    public String ip(String arguments) {
        List<String> command = new ArrayList<>(List.of("ip", "-n", name));
        command.addAll(List.of(arguments.split(" ")));
        return run(command);
    }

    /** Any command in the namespace. */
    public String exec(String arguments) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", name));
        command.addAll(List.of(arguments.split(" ")));
        return run(command);
    }

    /** {@code ip link add} of a kind that this kernel may not have: then the test is skipped. */
    public void linkOfKind(String kind, String arguments) {
        String refusal = tryRun(("ip -n " + name + " link add " + arguments).split(" "));
        if (refusal != null && refusal.contains("Unknown device type")) {
            skip("THIS KERNEL HAS NO LINKS OF KIND " + kind.toUpperCase(java.util.Locale.ROOT));
        } else if (refusal != null) {
            throw new AssertionError(refusal);
        }
    }

    public int index(String link) {
        String line = ip("-o link show dev " + link);
        return Integer.parseInt(line.substring(0, line.indexOf(':')));
    }

    private static String run(List<String> command) {
        StringBuilder printed = new StringBuilder();
        String refusal = tryRun(printed, command.toArray(String[]::new));
        if (refusal != null) {
            throw new AssertionError(String.join(" ", command) + ": " + refusal);
        }
        return printed.toString();
    }

    private static @org.jspecify.annotations.Nullable String tryRun(String... command) {
        return tryRun(new StringBuilder(), command);
    }

    private static @org.jspecify.annotations.Nullable String tryRun(StringBuilder printed, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            printed.append(printed(process));
            return process.waitFor() == 0 ? null : printed.toString().strip() + " (exit " + process.exitValue() + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What ip(8) has printed, without what it says of other tests' namespaces. */
    public static String printed(Process ip) throws IOException {
        return new String(ip.getInputStream().readAllBytes(), UTF_8).replace(OTHERS_ENDED, "");
    }

    /** Runs on a thread of its own, in the namespace. */
    public <T> T in(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                enter();
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        }
    }

    private void enter() {
        byte[] path = ("/run/netns/" + name + "\0").getBytes(UTF_8);
        int fd = libc.open(ByteBuffer.allocateDirect(path.length).put(0, path), Fcntl.O_RDONLY | Fcntl.O_CLOEXEC, 0);
        if (fd < 0 || libc.setns(fd, Sched.CLONE_NEWNET) < 0) {
            throw new AssertionError("can't enter " + name);
        }
        libc.close(fd);
    }

    @Override
    public void close() {
        tryRun("ip", "netns", "del", name);
    }
}
