// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.library.Binding;

/** A client's open of an address family. */
final class Family {
    final AfHandle handle;
    final Offer offer;
    final Binding client;
    boolean closed;

    Family(AfHandle handle, Offer offer, Binding client) {
        this.handle = handle;
        this.offer = offer;
        this.client = client;
    }

    ClientDriver<?> clientDriver() {
        return (ClientDriver<?>) client.protocol();
    }
}
