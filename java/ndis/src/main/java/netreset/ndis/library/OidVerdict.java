// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;

/** Whether a miniport may complete a request with this status. */
final class OidVerdict {
    private OidVerdict() {}

    static void check(Kernel kernel, AdapterBlock adapter, OidRecord record, NdisStatus status) {
        boolean resetting = adapter.reset.isUnansweredByMiniport();
        OidRequest request = record.request;
        if (record.afterRemoval && record.binding != null && !status.equals(NdisStatus.NOT_ACCEPTED)) {
            kernel.violation(
                    84,
                    adapter.name,
                    request.name() + " came after the surprise removal and ends with " + status + ", not NOT_ACCEPTED");
        } else if (request.oid() == Oid.PNP_SET_POWER && request.type() == OidRequest.Type.SET) {
            power(kernel, adapter, record, status, resetting);
        } else if (Oid.mustSucceed(request.oid()) && status.value() < 0) {
            boolean aborted =
                    status.equals(NdisStatus.REQUEST_ABORTED) && (adapter.reset.isWithMiniport() || record.cancelled);
            if (!aborted) {
                kernel.bugCheck(
                        64,
                        adapter.name,
                        new BugCheck(
                                BugCheck.DRIVER,
                                BugCheck.OID_MUST_SUCCEED,
                                String.format("OID 0x%08X, status %s", request.oid(), status)));
            }
        } else if (resetting && isWrongAbort(status)) {
            kernel.violation(
                    60, adapter.name, request.name() + " is aborted with " + status + " and not REQUEST_ABORTED");
        }
    }

    private static void power(
            Kernel kernel, AdapterBlock adapter, OidRecord record, NdisStatus status, boolean resetting) {
        boolean refused = status.equals(NdisStatus.NOT_ACCEPTED);
        boolean done = status.equals(NdisStatus.SUCCESS) && !(resetting && record.duringReset);
        if (!refused && !done) {
            kernel.violation(63, adapter.name, "OID_PNP_SET_POWER ends with " + status);
        }
    }

    /** Statuses of other abortions; a request can fail during a reset for reasons of its own, too. */
    private static boolean isWrongAbort(NdisStatus status) {
        return status.equals(NdisStatus.RESET_IN_PROGRESS)
                || status.equals(NdisStatus.SEND_ABORTED)
                || status.equals(NdisStatus.ADAPTER_NOT_READY)
                || status.equals(NdisStatus.FAILURE);
    }
}
