// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netreset.DeviceId;
import netreset.Interrupted;
import netreset.NetReset;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What {@link DeadMan} starts. */
final class DeadManCommand implements Callable<Integer> {
    private static final long GENTLY_SECONDS = 2;
    /** A call that is in the kernel keeps its process until it comes back. */
    private static final long END_SECONDS = 60;

    private static final long LOOK_MILLIS = 100;

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> targets = List.of();
    private Duration within = Duration.ZERO;
    private long caller;
    private @Nullable String networkNamespace;
    private boolean json;

    DeadManCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .hidden(true)
                .sortOptions(false)
                .description(
                        "Started by netreset reset --dead-man. Puts NICs back as they were before resets, unless it reads 'well' in time,"
                                + " and then confirms them; if the time is over, ends the caller before.");
        return spec.name("dead-man")
                .addPositional(Arguments.parameters(value -> targets = value)
                        .arity("1..*")
                        .required(true)
                        .paramLabel("TARGET")
                        .description("nic:NAME, or nic:pci@0000:03:00.0.")
                        .build())
                .addOption(Arguments.duration("--within", value -> within = value)
                        .required(true)
                        .build())
                .addOption(Arguments.option("--caller", Long.class, value -> caller = value)
                        .required(true)
                        .paramLabel("PID")
                        .build())
                .addOption(Arguments.option("--netns", String.class, value -> networkNamespace = value)
                        .paramLabel("NAME")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value).build());
    }

    @Override
    public Integer call() throws ResetException, IOException, InterruptedException {
        ProcessHandle process = ProcessHandle.of(caller)
                .orElseThrow(() -> new ResetException(Reason.NOT_FOUND, "there is no process " + caller));
        List<DeviceId> devices = targets.stream().map(DeviceId::parse).toList();
        try (NetReset netReset = root.open(networkNamespace)) {
            TimedLines caller = new TimedLines(System.in);
            root.console().out().print(DeadMan.READY + "\n");
            root.console().flush();
            try {
                if (DeadMan.WELL.equals(caller.next(within.toNanos()))) {
                    // Here and not by the caller, who may be killed between two of them: one word is for all, or for
                    // none.
                    return new Confirmation(root, json).of(netReset, devices).number();
                }
            } catch (TimeoutException e) {
                root.console().message("the time is over, and nobody said that all is well");
                end(process);
            }
            return putBack(netReset, devices).number();
        }
    }

    /** It is this one and no other: a handle knows when its process began. */
    private void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!isGone(process, GENTLY_SECONDS)) {
            process.destroyForcibly();
            if (!isGone(process, END_SECONDS)) {
                root.console().message("process " + caller + " is still in the kernel");
            }
        }
    }

    private static boolean isGone(ProcessHandle process, long seconds) throws InterruptedException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        }
    }

    private static boolean isOver(NetReset netReset, DeviceId device) throws ResetException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (netReset.isUnderWay(device)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** A call that is still in the kernel may yet take something away: it is waited for first. */
    private ExitCode putBack(NetReset netReset, List<DeviceId> devices)
            throws ResetException, IOException, InterruptedException {
        ResumeCommand resume = new ResumeCommand(root, json);
        List<ExitCode> codes = new ArrayList<>();
        for (DeviceId device : devices) {
            if (!isOver(netReset, device)) {
                root.console()
                        .message("a call for " + device
                                + " is still in the kernel: nothing is put back. When it has come"
                                + " back: netreset reset --resume " + device);
                codes.add(ExitCode.IN_FLIGHT);
            }
            for (Interrupted interrupted : netReset.interrupted(device)) {
                codes.add(resume.one(netReset, interrupted));
            }
        }
        return ExitCode.gravest(codes);
    }
}
