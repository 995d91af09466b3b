// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

/** A client's service access point. */
final class Sap {
    final SapHandle handle;
    final Family family;
    boolean deregistered;

    Sap(SapHandle handle, Family family) {
        this.handle = handle;
        this.family = family;
    }
}
