// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import netreset.DeviceId;
import netreset.DeviceIdentity;
import netreset.Evidence;
import netreset.LinkState;
import netreset.LinkState.Operational;
import netreset.Outcome;
import netreset.ResetEvent;
import netreset.ResetEvent.What;
import netreset.ResetListener;
import netreset.ResetMask;
import netreset.ResetReport;
import netreset.ResetReport.NicSnapshot;
import netreset.ResetReport.Timing;

/** No hardware: it loses its link for a moment, and that's all there is to its reset. */
final class SimulatedHardware implements Hardware {
    private static final long OUTAGE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final ResetMask NOTHING = new ResetMask(0, List.of());

    private final DeviceId id;
    private final String bridge;
    private long resets;

    /** Of an adapter {@code ndis:simN}. */
    SimulatedHardware(DeviceId id, String bridge) {
        this.id = id;
        this.bridge = bridge;
    }

    @Override
    public String name() {
        return "simulated " + id.name();
    }

    @Override
    public boolean isReal() {
        return false;
    }

    @Override
    public ResetReport reset(ResetListener listener) {
        long begin = System.nanoTime();
        NicSnapshot before = snapshot();
        listener.onEvent(new ResetEvent(id, 0, What.LINK_LOST, "the simulated link is lost"));
        while (System.nanoTime() - begin < OUTAGE_NANOS) {
            LockSupport.parkNanos(OUTAGE_NANOS - (System.nanoTime() - begin));
        }
        resets++;
        long outage = System.nanoTime() - begin;
        listener.onEvent(new ResetEvent(id, outage, What.LINK_BACK, "the simulated link is back"));
        return new ResetReport(
                id,
                NdisTargets.METHOD,
                bridge,
                Outcome.RECOVERED,
                NOTHING,
                NOTHING,
                NOTHING,
                Evidence.NONE,
                new Timing(outage, outage, 0L, false),
                null,
                List.of(),
                List.of("simulated: no device was touched"),
                true,
                before,
                snapshot(),
                null,
                List.of(),
                List.of());
    }

    private NicSnapshot snapshot() {
        LinkState link = new LinkState(true, Operational.UP, true, resets + 1, resets);
        return new NicSnapshot(new DeviceIdentity(id.name(), 0, null, null), link);
    }
}
