// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import netreset.Device;
import netreset.NetReset;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.CLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Lists devices. Touches none. */
final class ListCommand implements Callable<Integer> {
    /** Kinds of devices, and where they are. */
    private static final Map<String, CLibrary> SCHEMES = Map.of("nic", CLibrary.LIBC, "ras", CLibrary.KERNEL32);

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private @Nullable String scheme;
    private @Nullable String networkNamespace;
    private boolean json;

    ListCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .description(
                        "Lists devices: what can be reset on each, and how that is known.",
                        "RESET says yes or no by probe (the kernel was asked, no driver was called), yes by table (known from the"
                                + " driver's name), or ? (nobody could look).")
                .footerHeading("%nExamples:%n")
                .footer(
                        "  netreset list",
                        "  netreset list nic --json | jq -r 'select(.resettable == \"yes\").id'",
                        "  netreset list --netns blue",
                        "  netreset list ras");
        return spec.name("list")
                .addPositional(Arguments.parameter(value -> scheme = value)
                        .arity("0..1")
                        .paramLabel("SCHEME")
                        .description("Only devices of this kind: nic (on Linux) or ras (on Windows).")
                        .build())
                .addOption(Arguments.option("--netns", String.class, value -> networkNamespace = value)
                        .paramLabel("NAME")
                        .description("In this network namespace, as ip netns has it.")
                        .build())
                .addOption(Arguments.flag("--json", value -> json = value)
                        .description("One JSON object a line.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException {
        if (scheme != null && !SCHEMES.containsKey(scheme)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + scheme + "' is no kind of device: there are nic and ras");
        } else if (scheme != null && SCHEMES.get(scheme) != CLibrary.here()) {
            throw new ResetException(
                    Reason.PLATFORM_UNSUPPORTED,
                    "there are no " + scheme + ": devices here: nic: is Linux', ras: Windows'");
        }
        print(devices());
        return ExitCode.DONE.number();
    }

    private List<Device> devices() throws ResetException {
        try (NetReset netReset = root.open(networkNamespace);
                Progress progress = new Progress(root.console(), "list")) {
            progress.start();
            return netReset.devices();
        }
    }

    private void print(List<Device> devices) throws IOException {
        if (json) {
            for (Device device : devices) {
                DeviceJson.write(root.console().out(), device);
            }
        } else {
            DeviceTable.print(root.console(), devices);
        }
    }
}
