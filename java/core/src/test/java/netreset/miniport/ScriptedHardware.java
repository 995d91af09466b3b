// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.List;
import netreset.DeviceId;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.LinkState;
import netreset.NativeCode;
import netreset.Outcome;
import netreset.ResetEvent;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetMask;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Does when it is reset what a test wants.
 *
 * @param isReal what it passes for
 * @param deed its reset
 */
record ScriptedHardware(boolean isReal, Deed deed) implements Hardware {
    static final DeviceId ID = new DeviceId("ndis", "eth1");

    @FunctionalInterface
    interface Deed {
        ResetReport reset(ResetListener listener) throws ResetException;
    }

    @Override
    public String name() {
        return "nic:eth1";
    }

    @Override
    public ResetReport reset(ResetListener listener) throws ResetException {
        return deed.reset(listener);
    }

    /** Real hardware whose reset has this outcome, at once. */
    static ScriptedHardware ending(Outcome outcome) {
        return new ScriptedHardware(true, listener -> report(outcome, null));
    }

    static ScriptedHardware failing(ResetException failure) {
        return new ScriptedHardware(true, listener -> {
            throw failure;
        });
    }

    static ResetEvent event(ResetEvent.What what) {
        return new ResetEvent(ID, 1, what, "scripted " + what);
    }

    /** What is left over is the PHY, if it is a part. */
    static ResetReport report(Outcome outcome, @Nullable NativeCode code) {
        ResetMask nothing = new ResetMask(0, List.of());
        ResetMask phy = new ResetMask(0x40, List.of("phy"));
        LinkState link = new LinkState(true, LinkState.Operational.UP, true, 1, 0);
        NicSnapshot now = new NicSnapshot(new DeviceIdentity("eth1", 2, null, null), link);
        return new ResetReport(
                ID,
                "ndis",
                "fake",
                outcome,
                phy,
                nothing,
                outcome == Outcome.PARTIAL ? phy : nothing,
                Evidence.NONE,
                Timing.NONE,
                code,
                List.of(),
                List.of(),
                false,
                now,
                now);
    }
}
