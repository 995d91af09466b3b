// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;

/** Passes everything on, but perhaps not what it is told of resets. */
@SuppressWarnings("MemberName") // C's names
record StormFilter(Ndis ndis, boolean keepsStart, boolean keepsEnd) implements FilterDriver<StormFilter.Module> {
    /** One module. */
    record Module(FilterHandle handle) implements FilterContext {}

    @Override
    public Module newContext(FilterHandle handle) {
        return new Module(handle);
    }

    @Override
    public void FilterStatus(Module module, StatusIndication indication) {
        NdisStatus code = indication.statusCode();
        boolean kept = code.equals(NdisStatus.RESET_START) ? keepsStart : keepsEnd;
        if (!kept) {
            ndis.NdisFIndicateStatus(module.handle(), indication);
        }
    }
}
