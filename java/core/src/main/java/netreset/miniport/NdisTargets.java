// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import netreset.DeviceId;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;

/**
 * What {@code ndis:NAME} means: {@code ndis:sim0} and the like an adapter without hardware, any other name an adapter over
 * the NIC of that name. The model never stands in for a device.
 */
public final class NdisTargets {
    /** Names the way through the model in reports. */
    public static final String METHOD = "ndis";

    private static final Pattern SIMULATED = Pattern.compile("sim[0-9]{1,4}");

    private NdisTargets() {}

    /** How NICs are reset. */
    public interface Nics {
        ResetPlan plan(ResetRequest request) throws ResetException;

        ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException;
    }

    public static boolean owns(DeviceId target) {
        return target.scheme().equals("ndis");
    }

    public static boolean isSimulated(DeviceId target) {
        return owns(target) && SIMULATED.matcher(target.name()).matches();
    }

    /** The same request for the NIC behind the adapter. */
    public static ResetRequest ofNic(ResetRequest request) {
        return new ResetRequest(
                new DeviceId("nic", request.target().name()),
                request.scope(),
                request.verification(),
                request.timeout(),
                request.overrides(),
                null,
                null,
                request.probe(),
                request.reason(),
                request.requester());
    }

    /** An adapter without hardware. */
    public static Hardware simulated(DeviceId target, String bridge) {
        return new SimulatedHardware(target, bridge);
    }

    /**
     * An adapter over a NIC.
     *
     * @throws ResetException if the NIC can't be reset so
     */
    public static Hardware over(Nics nics, ResetRequest request) throws ResetException {
        ResetRequest ofNic = ofNic(request);
        nics.plan(ofNic);
        return new NicHardware(nics, ofNic);
    }

    /** What the plan for the NIC is for the adapter. */
    public static ResetPlan through(ResetRequest request, ResetPlan nic) {
        List<String> steps = new ArrayList<>();
        steps.add("NdisMResetMiniport: the model closes the gate and tells RESET_START, then calls MiniportResetEx");
        steps.addAll(nic.steps());
        steps.add("NdisMResetComplete: the model opens the gate and tells RESET_END");
        return new ResetPlan(
                request, nic.device(), nic.identity(), METHOD, nic.requested(), steps, nic.refusals(), nic.notes());
    }

    /** What the report of the NIC is for the adapter. */
    static ResetReport through(DeviceId adapter, ResetReport nic) {
        return new ResetReport(
                adapter,
                METHOD,
                nic.bridge(),
                nic.outcome(),
                nic.requested(),
                nic.performed(),
                nic.remaining(),
                nic.evidence(),
                nic.timing(),
                nic.code(),
                nic.refusals(),
                nic.notes(),
                nic.simulated(),
                nic.before(),
                nic.after(),
                nic.rung(),
                nic.attempts(),
                nic.kernelLog());
    }

    private record NicHardware(Nics nics, ResetRequest request) implements Hardware {
        @Override
        public String name() {
            return request.target().toString();
        }

        @Override
        public boolean isReal() {
            return true;
        }

        @Override
        public ResetReport reset(ResetListener listener) throws ResetException {
            DeviceId adapter = new DeviceId(METHOD, request.target().name());
            return through(adapter, nics.reset(request, listener));
        }
    }
}
