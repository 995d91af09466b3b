// SPDX-License-Identifier: Apache-2.0
package netreset.rras.abi;

/**
 * {@code <mprapi.h>}; 64-bit layout. Level 0 of MprAdminPortEnum and MprAdminPortGetInfo: a port and its state. dwConnectDuration is in seconds.
 *
 * <pre>{@code
 * struct RAS_PORT_0 {
 *     HANDLE hPort;
 *     HANDLE hConnection;
 *     RAS_PORT_CONDITION dwPortCondition;
 *     DWORD dwTotalNumberOfCalls;
 *     DWORD dwConnectDuration;
 *     WCHAR wszPortName[MAX_PORT_NAME + 1];
 *     WCHAR wszMediaName[MAX_MEDIA_NAME + 1];
 *     WCHAR wszDeviceName[MAX_DEVICE_NAME + 1];
 *     WCHAR wszDeviceType[MAX_DEVICETYPE_NAME + 1];
 * };
 * }</pre>
 */
public final class RasPort0 {
    public static final int SIZE = 392;
    public static final int H_PORT = 0;
    public static final int H_CONNECTION = 8;
    public static final int DW_PORT_CONDITION = 16;
    public static final int DW_TOTAL_NUMBER_OF_CALLS = 20;
    public static final int DW_CONNECT_DURATION = 24;
    public static final int WSZ_PORT_NAME = 28;
    public static final int WSZ_PORT_NAME_LENGTH = 34;
    public static final int WSZ_MEDIA_NAME = 62;
    public static final int WSZ_MEDIA_NAME_LENGTH = 34;
    public static final int WSZ_DEVICE_NAME = 96;
    public static final int WSZ_DEVICE_NAME_LENGTH = 258;
    public static final int WSZ_DEVICE_TYPE = 354;
    public static final int WSZ_DEVICE_TYPE_LENGTH = 34;

    private RasPort0() {}
}
