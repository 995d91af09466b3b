// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/** An NDIS_EVENT: set by NdisSetEvent until NdisResetEvent. */
public final class NdisEvent extends NdisStructure implements Digestible {
    private boolean signalled;

    public NdisEvent(String name) {
        super(name);
    }

    public boolean isSet() {
        return signalled;
    }

    /** For NDIS. */
    public void signal(boolean set) {
        signalled = set;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(signalled);
    }
}
