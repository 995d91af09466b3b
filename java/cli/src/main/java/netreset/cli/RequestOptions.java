// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import netreset.DeviceId;
import netreset.Method;
import netreset.ResetRequest;
import netreset.Rung;
import netreset.Scope;
import netreset.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is to be done to a NIC or port, and how far its return is watched. */
final class RequestOptions {
    private List<String> scope = List.of();
    private @Nullable Long flags;
    private @Nullable Method method;
    private @Nullable Rung upTo;
    private Watch verify = Watch.link;
    private @Nullable String probe;
    private @Nullable Duration timeout;
    private List<String> force = List.of();
    private @Nullable String reason;

    /** In the user's spelling. */
    private enum Watch {
        none,
        link,
        datapath;

        Verification verification() {
            return Verification.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    void addTo(CommandSpec spec) {
        spec.addOption(Arguments.list("--scope", value -> scope = value)
                        .splitRegex(",")
                        .paramLabel("WORD")
                        .description(
                                "function (this device alone, the default; of a port as a whole), chip (all on the chip), minimal (the least its"
                                        + " driver can do); or components: mgmt irq dma filter offload mac phy ram ap, each also with"
                                        + " -shared, dedicated, all.")
                        .build())
                .addOption(Arguments.option("--flags", Long.class, value -> flags = value)
                        .converters(new FlagsConverter())
                        .paramLabel("N")
                        .description(
                                "A raw mask of ETH_RESET_ bits, decimal or 0x...; added to the components of --scope.")
                        .build())
                .addOption(Arguments.option("--method", Method.class, value -> method = value)
                        .converters(new MethodConverter())
                        .paramLabel("M")
                        .description(
                                "By which means, of a NIC: nway (R0, no reset), link (R1), ethtool (R2, the default), devlink-health"
                                        + " (R3), devlink-reinit (R4), devlink-fw, devlink-fw-live (R5), pci, usb (R6), rebind (R7),"
                                        + " remove (R8).")
                        .build())
                .addOption(Arguments.option("--up-to", Rung.class, value -> upTo = value)
                        .converters(new RungConverter())
                        .paramLabel("RUNG")
                        .description(
                                "How far to go, R0 to R8, with one means after the other while the NIC isn't seen to be back; from"
                                        + " the mildest reset it has, or from --method. --timeout is each one's.")
                        .build())
                .addOption(Arguments.option("--verify", Watch.class, value -> verify = value)
                        .names("--verify", "--require")
                        .paramLabel("none|link|datapath")
                        .description(
                                "How far to watch the return: none, until the link is back as it was (the default), or until traffic"
                                        + " passes, by --probe.")
                        .build())
                .addOption(Arguments.option("--probe", String.class, value -> probe = value)
                        .paramLabel("HOST")
                        .description(
                                "Whom to probe through the NIC from before the reset on, to see whether traffic passes and how long it"
                                        + " didn't: an IP address (by echo), gateway or neighbour (by ARP or neighbour discovery), or"
                                        + " 10.0.0.1:22 or [fe80::1]:22 (by a TCP connection). On a NIC whose link is up but that"
                                        + " answers no more, DATAPATH_DEAD.")
                        .build())
                .addOption(Arguments.duration("--timeout", value -> timeout = value)
                        .description("How long to wait for the return, such as 30s (the default), 1500ms or 2m.")
                        .build())
                .addOption(Arguments.list("--force", value -> force = value)
                        .paramLabel("REASON")
                        .description("Override the refusal with this code, and no other.")
                        .build())
                .addOption(Arguments.option("--reason", String.class, value -> reason = value)
                        .paramLabel("TEXT")
                        .description("Why, for whoever reads the audit record: at most 200 characters, on one line.")
                        .build());
    }

    ResetRequest request(DeviceId target) {
        ResetRequest request = ResetRequest.of(target)
                .withVerification(verify.verification())
                .withProbe(probe)
                .withOverrides(new HashSet<>(force))
                .withMethod(method)
                .withUpTo(upTo)
                .withReason(reason);
        if (!scope.isEmpty() || flags != null) {
            request =
                    request.withScope(new Scope(scope, flags == null ? OptionalLong.empty() : OptionalLong.of(flags)));
        }
        return timeout == null ? request : request.withTimeout(timeout);
    }

    boolean hasReason() {
        return reason != null;
    }

    /** Whether the helper takes them all. */
    boolean fitsHelper() {
        return scope.isEmpty() && flags == null && force.isEmpty();
    }
}
