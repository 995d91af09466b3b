// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.DeviceId;
import netreset.NetReset;
import netreset.ResetException;
import netreset.ResetRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Resets devices, one after the other, and reports on each. */
final class ResetCommand implements Callable<Integer> {
    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> targets = List.of();
    private final RequestOptions what = new RequestOptions();
    private @Nullable String networkNamespace;
    private boolean dryRun;
    private final LimitOptions limits = new LimitOptions();
    private boolean resume;
    private final DeadManOptions deadMan = new DeadManOptions();
    private @Nullable Path helper;
    private boolean json;

    ResetCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description("Resets devices, one after the other, watches their return, and reports what happened.")
                .exitCodeListHeading(
                        "%nExit codes; of several targets the gravest, in the order 1, 9, 6, 8, 4, 5, 3, 7:%n")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset reset nic:eth1",
                        "  netreset reset nic:eth1 --dry-run",
                        "  netreset reset nic:pci@0000:03:00.0 --scope mac,phy-shared --timeout 10s",
                        "  netreset reset nic:eth1 --up-to R7 --dry-run",
                        "  netreset reset nic:eth1 --method rebind --reason 'ticket 4711: no receive interrupts'",
                        "  netreset reset nic:eth1 --up-to R7 --probe 10.0.0.1 --verify datapath",
                        "  netreset reset nic:eth1 nic:eth2 --verify none --json",
                        "  netreset reset nic:eth1 --up-to R4 --dead-man 90s --confirm",
                        "  netreset reset --resume              puts back what interrupted resets left",
                        "  netreset reset ras:VPN2-17 --timeout 10s",
                        "  netreset reset ndis:eth1             eth1 through the NDIS model, with each event",
                        "  netreset reset ndis:sim0             likewise without hardware");
        spec.name("reset")
                .addPositional(Arguments.parameters(value -> targets = value)
                        .arity("0..*")
                        .paramLabel("TARGET")
                        .description(
                                "nic:NAME, by name or alternative name; nic:pci@0000:03:00.0, by PCI address; ras:PORT or"
                                        + " ras://SERVER/PORT, the device of a Routing and Remote Access server's port; ndis:NAME, the NIC through"
                                        + " the NDIS model.")
                        .build());
        what.addTo(spec);
        spec.addOption(Arguments.option("--netns", String.class, value -> networkNamespace = value)
                        .paramLabel("NAME")
                        .description("In this network namespace, as ip netns has it.")
                        .build())
                .addOption(Arguments.flag("--dry-run", value -> dryRun = value)
                        .description("Say what would be done; touch nothing.")
                        .build());
        limits.addTo(spec);
        spec.addOption(Arguments.flag("--resume", value -> resume = value)
                .description(
                        "Put back what an interrupted reset of these NICs left, or of all if none is named; reset nothing.")
                .build());
        deadMan.addTo(spec);
        return spec.addOption(Arguments.option("--via-helper", Path.class, value -> helper = value)
                        .arity("0..1")
                        .fallbackValue("/run/netreset/helper.sock")
                        .paramLabel("PATH")
                        .description("Have netreset helper do it, at this socket or /run/netreset/helper.sock.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException, InterruptedException {
        List<ResetRequest> requests = requests();
        check(requests);
        if (helper != null) {
            return HelperClient.ask(helper, new HelperRequest(requests.get(0), json, dryRun), root.console());
        }
        try (NetReset netReset = root.openWith(options())) {
            if (resume) {
                return new ResumeCommand(root, json).run(netReset, targets).number();
            }
            ResetRun run = new ResetRun(root, netReset, json, dryRun);
            if (requests.size() > 1) {
                run.check(requests);
            }
            ExitCode code = deadMan.isWanted()
                    ? new DeadManRun(root, deadMan, forDeadMan(), json).run(run, requests)
                    : run.all(requests);
            return code.number();
        }
    }

    private List<ResetRequest> requests() {
        if (targets.isEmpty() && !resume) {
            throw misused("Missing required parameter: 'TARGET...'");
        }
        try {
            List<ResetRequest> requests = new ArrayList<>();
            for (String target : targets) {
                requests.add(what.request(DeviceId.parse(target)));
            }
            return requests;
        } catch (IllegalArgumentException e) {
            throw misused(String.valueOf(e.getMessage()));
        }
    }

    private void check(List<ResetRequest> requests) {
        List<String> modes = new ArrayList<>();
        if (dryRun) {
            modes.add("--dry-run");
        }
        if (resume) {
            modes.add("--resume");
        }
        if (helper != null) {
            modes.add("--via-helper");
        }
        boolean fitsHelper = what.fitsHelper() && networkNamespace == null;
        ResetUsage usage = new ResetUsage(requests, modes, limits.hasAuditFile());
        for (String fault : new @Nullable String[] {
            usage.ofReason(what.hasReason()), deadMan.fault(targets, modes), usage.ofHelper(fitsHelper)
        }) {
            if (fault != null) {
                throw misused(fault);
            }
        }
    }

    private NetReset.Options options() {
        try {
            return limits.in(NetReset.Options.DEFAULT)
                    .withNetworkNamespace(networkNamespace)
                    .withConfirmation(deadMan.isWanted());
        } catch (IllegalArgumentException e) {
            throw misused(String.valueOf(e.getMessage()));
        }
    }

    private List<String> forDeadMan() {
        List<String> arguments = new ArrayList<>(root.bridgeOption());
        if (networkNamespace != null) {
            arguments.addAll(List.of("--netns", networkNamespace));
        }
        if (json) {
            arguments.add("--json");
        }
        arguments.add("--");
        arguments.addAll(targets);
        return arguments;
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
