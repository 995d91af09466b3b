// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.DeviceId;
import netreset.NetReset;
import netreset.NicEvent;
import netreset.NicWatch;
import netreset.Reason;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells of what happens to NICs, as it happens. */
final class WatchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> targets = List.of();
    private boolean all;
    private Duration every = NicWatch.Options.DEFAULT.every();
    private @Nullable Duration limit;
    private final RecoverOptions recover = new RecoverOptions();
    private @Nullable String networkNamespace;
    private boolean json;

    WatchCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Tells of what happens to NICs, as it happens, until it is interrupted: carriers that go and come, flapping,"
                                + " transmit timeouts, health reporters in error, interfaces that vanish and appear.",
                        "Changes nothing, unless told --recover.")
                .exitCodeListHeading("%nExit codes; 6 says that resets didn't help, and a human is needed:%n")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset watch nic:eth1",
                        "  netreset watch --all --json --for 1h",
                        "  netreset watch nic:eth1 --recover --up-to R2 --max-per-hour 4",
                        "  netreset watch --all --recover --up-to R7 --dry-run");
        spec.name("watch")
                .addPositional(Arguments.parameters(value -> targets = value)
                        .arity("0..*")
                        .paramLabel("TARGET")
                        .description("nic:NAME, or nic:pci@0000:03:00.0.")
                        .build())
                .addOption(Arguments.flag("--all", value -> all = value)
                        .description("Every NIC but the loopback, those that appear later too.")
                        .build())
                .addOption(Arguments.duration("--every", value -> every = value)
                        .description(
                                "How often to read what the kernel doesn't tell by itself, such as 1s (the default).")
                        .build())
                .addOption(Arguments.duration("--for", value -> limit = value)
                        .description("End after so long; without it only an interrupt ends it.")
                        .build());
        recover.addTo(spec);
        return spec.addOption(Arguments.option("--netns", String.class, value -> networkNamespace = value)
                        .paramLabel("NAME")
                        .description("In this network namespace, as ip netns has it.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException {
        List<DeviceId> devices = devices();
        NicWatch.Options options = options();
        ExitCode code = ExitCode.DONE;
        EndOfProcess end = EndOfProcess.interruptsThisThread();
        try (NetReset netReset = root.open(networkNamespace);
                NicWatch watch = netReset.watch(devices, options)) {
            code = watch(netReset, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.close();
        }
        return code.number();
    }

    private List<DeviceId> devices() throws ResetException {
        if (all != targets.isEmpty()) {
            throw misused("which NICs? write nic:NAME, or --all and none");
        }
        List<DeviceId> devices = new ArrayList<>();
        for (String target : targets) {
            try {
                devices.add(DeviceId.parse(target));
            } catch (IllegalArgumentException e) {
                throw misused(String.valueOf(e.getMessage()));
            }
        }
        for (DeviceId device : devices) {
            if (!device.scheme().equals("nic")) {
                throw new ResetException(
                        Reason.INVALID_REQUEST, device + " is no NIC; of ports there is netreset ras watch");
            }
        }
        return devices;
    }

    private NicWatch.Options options() {
        String fault = recover.fault();
        if (fault != null) {
            throw misused(fault);
        }
        try {
            recover.limits();
            return NicWatch.Options.DEFAULT.withEvery(every);
        } catch (IllegalArgumentException e) {
            throw misused("--every and limits: " + e.getMessage());
        }
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private ExitCode watch(NetReset netReset, NicWatch watch) throws ResetException, IOException, InterruptedException {
        long began = System.nanoTime();
        NicEventForm form = new NicEventForm(root.console(), json);
        Recoverer recoverer = recover.isWanted() ? new Recoverer(root, json, recover, netReset, watch, form) : null;
        root.console().message(begun(watch));
        while (root.console().isRead() && !isOver(began) && (recoverer == null || !recoverer.isDone())) {
            List<NicEvent> events = watch.await(patience(began));
            for (NicEvent event : events) {
                form.tell(event);
                if (recoverer != null) {
                    recoverer.see(event);
                }
            }
            if (recoverer != null && events.isEmpty()) {
                recoverer.act();
            }
        }
        return recoverer != null && recoverer.isAnyGivenUp() ? ExitCode.NOT_RECOVERED : ExitCode.DONE;
    }

    private static String begun(NicWatch watch) {
        List<DeviceId> watched = watch.watched();
        String notes = watch.notes().isEmpty() ? "" : "; " + String.join("; ", watch.notes());
        return "watching " + (watched.size() == 1 ? watched.get(0) : watched.size() + " NICs") + notes;
    }

    private boolean isOver(long began) {
        return limit != null && System.nanoTime() - began >= limit.toNanos();
    }

    private Duration patience(long began) {
        if (limit == null) {
            return PATIENCE;
        }
        Duration left = limit.minusNanos(System.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
    }
}
