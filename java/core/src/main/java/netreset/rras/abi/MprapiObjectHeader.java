// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Says which structure follows, or which is wanted.
 *
 * <pre>{@code
 * struct MPRAPI_OBJECT_HEADER {
 *     UCHAR revision;
 *     UCHAR type;
 *     USHORT size;
 * };
 * }</pre>
 */
public final class MprapiObjectHeader {
    public static final int SIZE = 4;
    public static final int REVISION = 0;
    public static final int TYPE = 1;
    public static final int OBJECT_SIZE = 2;

    private MprapiObjectHeader() {}
}
