// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import netreset.Attempt;
import netreset.DeviceId;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.LinkState;
import netreset.LinkState.Operational;
import netreset.Method;
import netreset.NativeCode;
import netreset.Nic;
import netreset.Offer;
import netreset.Outcome;
import netreset.Port;
import netreset.Refusal;
import netreset.ResetMask;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.PortSnapshot;
import netreset.ResetReport.Timing;
import netreset.ResetRequest;
import netreset.Resettability;
import netreset.Rung;
import netreset.Stage;
import org.jspecify.annotations.Nullable;

/** Records made by hand. */
final class Samples {
    static final LinkState UP = new LinkState(true, Operational.UP, true, 3, 2);
    static final LinkState UP_AGAIN = new LinkState(true, Operational.UP, true, 4, 3);
    static final DeviceIdentity IDENTITY = new DeviceIdentity("eth1", 7, "0000:03:00.0", "52:54:00:00:00:01");
    static final ResetMask MAC_PHY = new ResetMask(0x00400020, List.of("mac", "phy-shared"));
    static final ResetMask ALL = new ResetMask(0xffffffff, List.of("all"));
    static final ResetMask NONE = new ResetMask(0, List.of());
    static final Resettability YES =
            new Resettability(Resettability.Answer.YES, Resettability.Source.PROBE, List.of("ethtool"), "it does");
    static final Resettability UNKNOWN =
            new Resettability(Resettability.Answer.UNKNOWN, Resettability.Source.NONE, List.of(), "nobody looked");

    static final List<Offer> OFFERS = List.of(
            new Offer(Method.LINK, Rung.R1, Resettability.Answer.YES, "every interface can"),
            new Offer(Method.ETHTOOL, Rung.R2, Resettability.Answer.UNKNOWN, "nobody looked"),
            new Offer(Method.USB, Rung.R6, Resettability.Answer.NO, "it is no USB device"));

    private Samples() {}

    static Nic hardware(String name) {
        return nic(
                name,
                new Nic.Hardware(
                        null, false, "52:54:00:00:00:01", null, "bnxt_en", "pci", "0000:03:00.0", "fw 1\u001b[2J"),
                YES);
    }

    static Nic veth(String name, @Nullable String driver) {
        return nic(name, new Nic.Hardware("veth", true, null, null, driver, null, null, null), UNKNOWN);
    }

    private static Nic nic(String name, Nic.Hardware hardware, Resettability resettability) {
        return new Nic(new DeviceId("nic", name), 7, List.of("lan\u202e"), UP, hardware, "br0", resettability, OFFERS);
    }

    static ResetReport recovered() {
        return report(
                Outcome.RECOVERED, Evidence.LINK, new Timing(812_300_000, 1_503_000_000L, 10_000_000L, false), null);
    }

    static ResetReport report(Outcome outcome, Evidence evidence, Timing timing, @Nullable NativeCode code) {
        return new ResetReport(
                new DeviceId("nic", "eth1"),
                "ethtool",
                "ffm",
                outcome,
                MAC_PHY,
                MAC_PHY,
                NONE,
                evidence,
                timing,
                code,
                List.of(),
                List.of("a note"),
                false,
                new NicSnapshot(IDENTITY, UP),
                outcome == Outcome.STRANDED ? null : new NicSnapshot(IDENTITY, UP_AGAIN));
    }

    static ResetPlan plan() {
        return new ResetPlan(
                ResetRequest.of("nic:eth1"),
                hardware("eth1"),
                IDENTITY,
                "ethtool",
                ALL,
                List.of("look", "ioctl(SIOCETHTOOL)"),
                List.of(new Refusal("disables-device", "it would switch itself off")),
                List.of("a note"));
    }

    /** A climb of two. */
    static ResetPlan climb() {
        ResetPlan plan = plan();
        List<Stage> stages = List.of(
                new Stage(
                        Method.ETHTOOL,
                        Rung.R2,
                        ALL,
                        "CAP_NET_ADMIN",
                        plan.steps(),
                        List.of(),
                        List.of(),
                        "bits are cleared",
                        plan.refusals(),
                        plan.notes()),
                new Stage(
                        Method.REBIND,
                        Rung.R7,
                        NONE,
                        "root",
                        List.of("write(/sys/x/unbind, \"x\")"),
                        List.of("eth2, on the same device"),
                        List.of("addresses"),
                        "a new index",
                        List.of(),
                        List.of()));
        return new ResetPlan(
                plan.request(),
                plan.device(),
                plan.identity(),
                "ethtool",
                ALL,
                plan.steps(),
                plan.refusals(),
                plan.notes(),
                stages);
    }

    /** What a climb did before it recovered. */
    static ResetReport climbed() {
        return recovered()
                .after(List.of(new Attempt(
                        Method.LINK,
                        Rung.R1,
                        Outcome.NOT_RECOVERED,
                        Evidence.PRESENT,
                        Timing.NONE,
                        null,
                        List.of("it stayed away"))));
    }

    static Port port(String name) {
        return new Port(
                new DeviceId("ras", name),
                name,
                "WAN Miniport (IKEv2)",
                "vpn",
                "authenticated",
                true,
                0xffffffffL,
                90_000,
                new Resettability(
                        Resettability.Answer.UNKNOWN, Resettability.Source.NONE, List.of("mprapi"), "may do nothing"));
    }

    static ResetReport portReport(Outcome outcome, @Nullable NativeCode code) {
        DeviceIdentity identity = DeviceIdentity.ofPort("VPN2-1");
        ResetMask port = new ResetMask(1, List.of("port"));
        boolean recovered = outcome == Outcome.RECOVERED;
        return new ResetReport(
                new DeviceId("ras", "VPN2-1"),
                "mprapi",
                "ffm",
                outcome,
                port,
                recovered ? port : NONE,
                recovered ? NONE : port,
                recovered ? Evidence.PRESENT : Evidence.DISPATCHED,
                new Timing(1_000_000, null, null, false),
                code,
                List.of(),
                List.of("a note"),
                false,
                new PortSnapshot(identity, "authenticated", true, 7),
                outcome == Outcome.IN_FLIGHT ? null : new PortSnapshot(identity, "listening", false, 7));
    }

    static ResetPlan portPlan() {
        return new ResetPlan(
                ResetRequest.of("ras:VPN2-1"),
                port("VPN2-1"),
                DeviceIdentity.ofPort("VPN2-1"),
                "mprapi",
                new ResetMask(1, List.of("port")),
                List.of("MprAdminPortReset"),
                List.of(new Refusal("in-use", "somebody uses it")),
                List.of());
    }
}
