// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. What was negotiated: which member of the union it is says projectionInfoType.
 *
 * <pre>{@code
 * struct PROJECTION_INFO {
 *     UCHAR projectionInfoType;
 *     union {
 *         IKEV2_PROJECTION_INFO Ikev2ProjectionInfo;
 *         PPP_PROJECTION_INFO PppProjectionInfo;
 *     };
 * };
 * }</pre>
 */
public final class ProjectionInfo {
    public static final int SIZE = 200;
    public static final int PROJECTION_INFO_TYPE = 0;
    public static final int IKEV2_PROJECTION_INFO = 8;
    public static final int PPP_PROJECTION_INFO = 8;

    private ProjectionInfo() {}
}
