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
import picocli.CommandLine.Option;

/** What is to be done to a NIC or port, and how far its return is watched. */
final class RequestOptions {
    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "WORD",
            description =
                    "function (this device alone, the default; of a port as a whole), chip (all on the chip), minimal (the least its"
                            + " driver can do); or components: mgmt irq dma filter offload mac phy ram ap, each also with"
                            + " -shared, dedicated, all.")
    private List<String> scope = List.of();

    @Option(
            names = "--flags",
            paramLabel = "N",
            converter = FlagsConverter.class,
            description = "A raw mask of ETH_RESET_ bits, decimal or 0x...; added to the components of --scope.")
    private @Nullable Long flags;

    @Option(
            names = "--method",
            paramLabel = "M",
            converter = MethodConverter.class,
            description =
                    "By which means, of a NIC: nway (R0, no reset), link (R1), ethtool (R2, the default), devlink-health"
                            + " (R3), devlink-reinit (R4), devlink-fw, devlink-fw-live (R5), pci, usb (R6), rebind (R7),"
                            + " remove (R8).")
    private @Nullable Method method;

    @Option(
            names = "--up-to",
            paramLabel = "RUNG",
            converter = RungConverter.class,
            description =
                    "How far to go, R0 to R8, with one means after the other while the NIC isn't seen to be back; from"
                            + " the mildest reset it has, or from --method. --timeout is each one's.")
    private @Nullable Rung upTo;

    @Option(
            names = {"--verify", "--require"},
            paramLabel = "none|link|datapath",
            description =
                    "How far to watch the return: none, until the link is back as it was (the default), or until traffic"
                            + " passes, by --probe.")
    private Watch verify = Watch.link;

    @Option(
            names = "--probe",
            paramLabel = "HOST",
            description =
                    "Whom to probe through the NIC from before the reset on, to see whether traffic passes and how long it"
                            + " didn't: an IP address (by echo), gateway or neighbour (by ARP or neighbour discovery), or"
                            + " 10.0.0.1:22 or [fe80::1]:22 (by a TCP connection). On a NIC whose link is up but that"
                            + " answers no more, DATAPATH_DEAD.")
    private @Nullable String probe;

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long to wait for the return, such as 30s (the default), 1500ms or 2m.")
    private @Nullable Duration timeout;

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "Override the refusal with this code, and no other.")
    private List<String> force = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why, for whoever reads the audit record: at most 200 characters, on one line.")
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
