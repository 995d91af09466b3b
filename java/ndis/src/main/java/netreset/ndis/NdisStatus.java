// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import java.util.HashMap;
import java.util.Map;

/**
 * An {@code NDIS_STATUS}: 32 bits, laid out as an NTSTATUS (severity in the top two bits, facility, code). Names and values
 * are those of {@code ndis.h} and {@code ntstatus.h}. Beware of the sign as a test for failure: SOFT_ERRORS, which is a
 * success of a reset, has the same severity as HARD_ERRORS, which isn't.
 *
 * @param value the number
 */
public record NdisStatus(int value) {
    private static final Map<Integer, String> NAMES = new HashMap<>();

    public static final NdisStatus SUCCESS = named(0x00000000, "SUCCESS");
    public static final NdisStatus PENDING = named(0x00000103, "PENDING");
    public static final NdisStatus NOT_ACCEPTED = named(0x00010003, "NOT_ACCEPTED");
    public static final NdisStatus RESET_START = named(0x40010004, "RESET_START");
    public static final NdisStatus RESET_END = named(0x40010005, "RESET_END");
    public static final NdisStatus MEDIA_CONNECT = named(0x4001000B, "MEDIA_CONNECT");
    public static final NdisStatus MEDIA_DISCONNECT = named(0x4001000C, "MEDIA_DISCONNECT");
    public static final NdisStatus LINK_STATE = named(0x40010017, "LINK_STATE");
    public static final NdisStatus INDICATION_REQUIRED = named(0x40230001, "INDICATION_REQUIRED");
    /** NDIS 5 only. */
    public static final NdisStatus NOT_RESETTABLE = named(0x80010001, "NOT_RESETTABLE");
    /** A reset worked, with recoverable trouble on the way. */
    public static final NdisStatus SOFT_ERRORS = named(0x80010003, "SOFT_ERRORS");
    /** A reset failed. */
    public static final NdisStatus HARD_ERRORS = named(0x80010004, "HARD_ERRORS");

    public static final NdisStatus FAILURE = named(0xC0000001, "FAILURE");
    public static final NdisStatus RESOURCES = named(0xC000009A, "RESOURCES");
    public static final NdisStatus NOT_SUPPORTED = named(0xC00000BB, "NOT_SUPPORTED");
    public static final NdisStatus INVALID_STATE = named(0xC0000184, "INVALID_STATE");
    public static final NdisStatus CLOSING = named(0xC0010002, "CLOSING");
    public static final NdisStatus DEVICE_FAILED = named(0xC0010008, "DEVICE_FAILED");
    /** An OID request or a connection-oriented send that a reset aborted; not SEND_ABORTED. */
    public static final NdisStatus REQUEST_ABORTED = named(0xC001000C, "REQUEST_ABORTED");

    public static final NdisStatus RESET_IN_PROGRESS = named(0xC001000D, "RESET_IN_PROGRESS");
    public static final NdisStatus CLOSING_INDICATING = named(0xC001000E, "CLOSING_INDICATING");
    public static final NdisStatus ADAPTER_NOT_READY = named(0xC0010011, "ADAPTER_NOT_READY");
    public static final NdisStatus INVALID_OID = named(0xC0010017, "INVALID_OID");
    public static final NdisStatus ADAPTER_REMOVED = named(0xC0010018, "ADAPTER_REMOVED");
    public static final NdisStatus VC_NOT_ACTIVATED = named(0xC0010023, "VC_NOT_ACTIVATED");
    public static final NdisStatus VC_NOT_AVAILABLE = named(0xC0010025, "VC_NOT_AVAILABLE");
    /** A send that was cancelled; not REQUEST_ABORTED, from which it differs in the facility alone. */
    public static final NdisStatus SEND_ABORTED = named(0xC023000C, "SEND_ABORTED");

    public static final NdisStatus PAUSED = named(0xC023002A, "PAUSED");
    public static final NdisStatus LOW_POWER_STATE = named(0xC023002F, "LOW_POWER_STATE");

    private static NdisStatus named(int value, String name) {
        NAMES.put(value, name);
        return new NdisStatus(value);
    }

    /** Whether {@code ndis.h} has a name for it that is known here. */
    public boolean isNamed() {
        return NAMES.containsKey(value);
    }

    /** Its name without the prefix NDIS_STATUS_, or eight hexadecimal digits. */
    @Override
    public String toString() {
        return NAMES.getOrDefault(value, String.format("0x%08X", value));
    }
}
