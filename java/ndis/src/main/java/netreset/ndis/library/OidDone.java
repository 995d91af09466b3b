// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;

/** Who is told when a request of NDIS's own is complete. */
interface OidDone {
    void done(OidRequest request, NdisStatus status);
}
