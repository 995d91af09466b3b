// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/** {@code <mprapi.h>}: flags of a connection, and the numbers of RAS_CONNECTION_EX. */
public final class Mprapi {
    public static final int MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT = 1;
    public static final int MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1 = 1;
    public static final int RAS_FLAGS_PPP_CONNECTION = 1;
    public static final int RAS_FLAGS_MESSENGER_PRESENT = 2;
    public static final int RAS_FLAGS_QUARANTINE_PRESENT = 8;
    public static final int RAS_FLAGS_IKEV2_CONNECTION = 16;
    public static final int RAS_FLAGS_DORMANT = 32;

    private Mprapi() {}
}
