// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/** A request about an object of a miniport, NDIS_OID_REQUEST. */
public final class OidRequest extends NdisStructure {
    private final Type type;
    private final int oid;
    private @Nullable Object information;
    private NdisStatus status = NdisStatus.SUCCESS;
    private int timeoutSeconds;

    /**
     * @param information what is set, in; what was asked for, out
     */
    public OidRequest(String name, Type type, int oid, @Nullable Object information) {
        super(name);
        this.type = type;
        this.oid = oid;
        this.information = information;
    }

    public static OidRequest query(String name, int oid) {
        return new OidRequest(name, Type.QUERY, oid, null);
    }

    public static OidRequest set(String name, int oid, @Nullable Object information) {
        return new OidRequest(name, Type.SET, oid, information);
    }

    public Type type() {
        return type;
    }

    /** Its number; see {@link Oid}. */
    public int oid() {
        return oid;
    }

    public @Nullable Object information() {
        return information;
    }

    public void information(@Nullable Object answer) {
        information = answer;
    }

    /** What came of it, once it is complete. */
    public NdisStatus status() {
        return status;
    }

    /** For NDIS, when it completes. */
    public void status(NdisStatus result) {
        status = result;
    }

    /** For connection-oriented requests: after how many seconds NDIS can reset the miniport for it; 0 for never. */
    public int timeoutSeconds() {
        return timeoutSeconds;
    }

    public void timeoutSeconds(int seconds) {
        timeoutSeconds = seconds;
    }

    /** What is wanted with the object. */
    public enum Type {
        QUERY,
        SET,
        METHOD
    }
}
