// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import netreset.DeviceId;
import netreset.NetReset;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.miniport.NdisAdapter;
import netreset.miniport.NdisTargets;
import netreset.ndis.picture.EventJson;
import netreset.ndis.trace.LogLine;
import netreset.ndis.trace.Trace;
import netreset.rras.operations.RasPorts;
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
        checkReason(requests);
        checkDeadMan();
        if (helper != null) {
            return byHelper(helper, requests);
        }
        try (NetReset netReset = root.openWith(options())) {
            if (resume) {
                return new ResumeCommand(root, json).run(netReset, targets).number();
            }
            if (requests.size() > 1) {
                checkAll(netReset, requests);
            }
            return (deadMan.isWanted() ? watched(netReset, requests) : all(netReset, requests)).number();
        }
    }

    private ExitCode all(NetReset netReset, List<ResetRequest> requests) throws IOException {
        List<ExitCode> codes = new ArrayList<>();
        for (ResetRequest request : requests) {
            codes.add(one(netReset, request));
            root.console().flush();
        }
        return ExitCode.gravest(codes);
    }

    /** What isn't well, or isn't said to be, is put back. */
    private ExitCode watched(NetReset netReset, List<ResetRequest> requests)
            throws ResetException, IOException, InterruptedException {
        try (DeadMan man = DeadMan.start(root.console(), deadMan.within(), forDeadMan())) {
            ExitCode code = all(netReset, requests);
            if (code == ExitCode.DONE && (!deadMan.isToBeConfirmed() || man.isConfirmed(System.in))) {
                for (ResetRequest request : requests) {
                    netReset.confirm(request.target());
                }
                man.dismiss();
                return code;
            }
            root.console()
                    .message((code == ExitCode.DONE ? "nobody said that all is well" : "all isn't well")
                            + ": putting back what was taken away");
            return ExitCode.gravest(List.of(code == ExitCode.DONE ? ExitCode.NOT_RECOVERED : code, man.putBack()));
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

    /** A reason that is written nowhere would be no reason. */
    private void checkReason(List<ResetRequest> requests) {
        if (what.hasReason() && resume) {
            throw new ParameterException(spec.commandLine(), "--reason means nothing with --resume");
        }
        for (ResetRequest request : requests) {
            if (what.hasReason() && !isAudited(request.target())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--reason is for an audit record, and of " + Printable.brief(request.target().toString())
                                + " there is none" + (RasPorts.owns(request.target()) ? " without --audit" : ""));
            }
        }
    }

    private boolean isAudited(DeviceId target) {
        return RasPorts.owns(target) ? limits.hasAuditFile() : !NdisTargets.isSimulated(target);
    }

    private void checkDeadMan() {
        List<String> others = new ArrayList<>();
        if (dryRun) {
            others.add("--dry-run");
        }
        if (resume) {
            others.add("--resume");
        }
        if (helper != null) {
            others.add("--via-helper");
        }
        String fault = deadMan.fault(targets, others);
        if (fault != null) {
            throw new ParameterException(spec.commandLine(), fault);
        }
    }

    private NetReset.Options options() {
        try {
            return limits.in(NetReset.Options.DEFAULT)
                    .withNetworkNamespace(networkNamespace)
                    .withConfirmation(deadMan.isWanted());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int byHelper(Path path, List<ResetRequest> requests) throws ResetException {
        if (!what.fitsHelper() || networkNamespace != null) {
            throw new ParameterException(
                    spec.commandLine(), "the helper takes no --scope, --flags, --force or --netns");
        }
        if (requests.size() > 1) {
            throw new ParameterException(spec.commandLine(), "the helper takes one target");
        }
        return HelperClient.ask(path, new HelperRequest(requests.get(0), json, dryRun), root.console());
    }

    private List<ResetRequest> requests() {
        if (targets.isEmpty() && !resume) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TARGET...'");
        }
        try {
            List<ResetRequest> requests = new ArrayList<>();
            for (String target : targets) {
                requests.add(what.request(DeviceId.parse(target)));
            }
            return requests;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** A mistake in the last target is found before the first is touched; what else is wrong comes out in its turn. */
    private static void checkAll(NetReset netReset, List<ResetRequest> requests) throws ResetException {
        for (ResetRequest request : requests) {
            try {
                netReset.plan(request);
            } catch (ResetException e) {
                if (e.reason() == Reason.INVALID_REQUEST) {
                    throw e;
                }
            }
        }
    }

    private ExitCode one(NetReset netReset, ResetRequest request) throws IOException {
        try (Progress progress = new Progress(root.console(), request.target().toString())) {
            progress.start();
            return dryRun ? plan(netReset, request) : reset(netReset, request, progress);
        } catch (ResetException e) {
            return root.fail(request.target(), e);
        }
    }

    private ExitCode plan(NetReset netReset, ResetRequest request) throws ResetException, IOException {
        ResetPlan plan = netReset.plan(request);
        if (json) {
            ReportJson.write(root.console().out(), plan, netReset.bridge());
        } else {
            ReportText.print(root.console().out(), plan, netReset.bridge());
        }
        return ExitCode.DONE;
    }

    private ExitCode reset(NetReset netReset, ResetRequest request, Progress progress)
            throws ResetException, IOException {
        ResetReport report = request.target().scheme().equals("ndis")
                ? throughNdis(netReset, request, progress)
                : netReset.reset(request, progress);
        if (json) {
            ReportJson.write(root.console().out(), report);
        } else {
            ReportText.print(root.console().out(), report);
        }
        return ExitCode.of(report.outcome());
    }

    /** Shows each event of the model as it happens. */
    private ResetReport throughNdis(NetReset netReset, ResetRequest request, Progress progress) throws ResetException {
        Trace trace = event -> {
            String line = json ? EventJson.line(event) : Printable.line(LogLine.of(event));
            root.console().out().print(line + "\n");
            root.console().flush();
        };
        try (NdisAdapter adapter = netReset.adapter(request, trace, new NdisDemonstration().protocols())) {
            return adapter.reset(progress);
        }
    }
}
