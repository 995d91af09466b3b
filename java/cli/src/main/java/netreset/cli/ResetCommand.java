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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Resets devices, one after the other, and reports on each. */
@Command(
        name = "reset",
        sortOptions = false,
        description = "Resets devices, one after the other, watches their return, and reports what happened.",
        exitCodeListHeading = "%nExit codes; of several targets the gravest, in the order 1, 9, 6, 8, 4, 5, 3, 7:%n",
        footerHeading = "%nExamples:%n",
        footer = {
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
            "  netreset reset ndis:sim0             likewise without hardware"
        })
final class ResetCommand implements Callable<Integer> {
    private final NetResetCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            description = "nic:NAME, by name or alternative name; nic:pci@0000:03:00.0, by PCI address; ras:PORT or"
                    + " ras://SERVER/PORT, the device of a Routing and Remote Access server's port; ndis:NAME, the NIC through"
                    + " the NDIS model.")
    private List<String> targets = List.of();

    @Mixin
    private RequestOptions what = new RequestOptions();

    @Option(names = "--netns", paramLabel = "NAME", description = "In this network namespace, as ip netns has it.")
    private @Nullable String networkNamespace;

    @Option(names = "--dry-run", description = "Say what would be done; touch nothing.")
    private boolean dryRun;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--resume",
            description =
                    "Put back what an interrupted reset of these NICs left, or of all if none is named; reset nothing.")
    private boolean resume;

    @Mixin
    private DeadManOptions deadMan = new DeadManOptions();

    @Option(
            names = "--via-helper",
            arity = "0..1",
            fallbackValue = "/run/netreset/helper.sock",
            paramLabel = "PATH",
            description = "Have netreset helper do it, at this socket or /run/netreset/helper.sock.")
    private @Nullable Path helper;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ResetCommand(NetResetCommand root) {
        this.root = root;
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
