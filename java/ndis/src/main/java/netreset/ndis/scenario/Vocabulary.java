// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;

/** Names of the contract's own things, as scenario files have them. */
final class Vocabulary {
    static final Map<String, NdisStatus> STATUSES = statuses();
    static final Map<String, Integer> OIDS = oids();
    static final Map<String, What> WHATS = whats();

    private Vocabulary() {}

    private static Map<String, NdisStatus> statuses() {
        Map<String, NdisStatus> names = new LinkedHashMap<>();
        for (NdisStatus status : List.of(
                NdisStatus.SUCCESS,
                NdisStatus.PENDING,
                NdisStatus.NOT_ACCEPTED,
                NdisStatus.RESET_START,
                NdisStatus.RESET_END,
                NdisStatus.MEDIA_CONNECT,
                NdisStatus.MEDIA_DISCONNECT,
                NdisStatus.LINK_STATE,
                NdisStatus.INDICATION_REQUIRED,
                NdisStatus.NOT_RESETTABLE,
                NdisStatus.SOFT_ERRORS,
                NdisStatus.HARD_ERRORS,
                NdisStatus.FAILURE,
                NdisStatus.RESOURCES,
                NdisStatus.NOT_SUPPORTED,
                NdisStatus.INVALID_STATE,
                NdisStatus.CLOSING,
                NdisStatus.DEVICE_FAILED,
                NdisStatus.REQUEST_ABORTED,
                NdisStatus.RESET_IN_PROGRESS,
                NdisStatus.CLOSING_INDICATING,
                NdisStatus.ADAPTER_NOT_READY,
                NdisStatus.INVALID_OID,
                NdisStatus.ADAPTER_REMOVED,
                NdisStatus.VC_NOT_ACTIVATED,
                NdisStatus.VC_NOT_AVAILABLE,
                NdisStatus.SEND_ABORTED,
                NdisStatus.PAUSED,
                NdisStatus.LOW_POWER_STATE)) {
            names.put(status.toString(), status);
        }
        return names;
    }

    private static Map<String, Integer> oids() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("OID_GEN_CURRENT_PACKET_FILTER", 0x0001010E);
        names.put("OID_GEN_CURRENT_LOOKAHEAD", 0x0001010F);
        names.put("OID_GEN_RESET_COUNTS", 0x00020214);
        names.put("OID_GEN_STATISTICS", 0x00020106);
        names.put("OID_802_3_CURRENT_ADDRESS", 0x01010102);
        names.put("OID_802_3_MULTICAST_LIST", 0x01010103);
        names.put("OID_OFFLOAD_ENCAPSULATION", 0x0101010A);
        names.put("OID_PNP_SET_POWER", 0xFD010101);
        names.put("OID_PNP_ADD_WAKE_UP_PATTERN", 0xFD010103);
        names.put("OID_PM_PARAMETERS", 0xFD010109);
        names.put("OID_PM_ADD_WOL_PATTERN", 0xFD01010A);
        return names;
    }

    private static Map<String, What> whats() {
        Map<String, What> words = new LinkedHashMap<>();
        for (What what : What.values()) {
            words.put(what.word(), what);
        }
        return words;
    }
}
