// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.decode.Decoder;
import netreset.ndis.decode.Kind;
import netreset.ndis.decode.Meaning;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Names of the contract's own things, as scenario files have them. */
final class Vocabulary {
    static final Map<String, What> WHATS = whats();

    /** Statuses that reset has to do with, for guesses at what was meant; any other is found as well. */
    static final List<String> STATUSES = List.of(
            "SUCCESS",
            "PENDING",
            "NOT_ACCEPTED",
            "RESET_START",
            "RESET_END",
            "LINK_STATE",
            "MEDIA_CONNECT",
            "MEDIA_DISCONNECT",
            "SOFT_ERRORS",
            "HARD_ERRORS",
            "FAILURE",
            "RESOURCES",
            "NOT_SUPPORTED",
            "NOT_RESETTABLE",
            "CLOSING",
            "REQUEST_ABORTED",
            "RESET_IN_PROGRESS",
            "ADAPTER_NOT_READY",
            "SEND_ABORTED",
            "PAUSED",
            "LOW_POWER_STATE");

    /** OIDs, likewise. */
    static final List<String> OIDS = List.of(
            "OID_GEN_CURRENT_PACKET_FILTER",
            "OID_GEN_CURRENT_LOOKAHEAD",
            "OID_GEN_RESET_COUNTS",
            "OID_GEN_STATISTICS",
            "OID_802_3_CURRENT_ADDRESS",
            "OID_802_3_MULTICAST_LIST",
            "OID_OFFLOAD_ENCAPSULATION",
            "OID_PNP_SET_POWER",
            "OID_PNP_ADD_WAKE_UP_PATTERN",
            "OID_PM_PARAMETERS",
            "OID_PM_ADD_WOL_PATTERN");

    private static final String STATUS_PREFIX = "NDIS_STATUS_";

    private static final Map<String, NdisStatus> USUAL_STATUSES = new HashMap<>();
    private static final Map<String, Integer> USUAL_OIDS = new HashMap<>();

    static {
        STATUSES.forEach(name -> {
            Integer value = value(Kind.STATUS, STATUS_PREFIX + name);
            if (value != null) {
                USUAL_STATUSES.put(name, new NdisStatus(value));
            }
        });
        OIDS.forEach(name -> {
            Integer value = value(Kind.OID, name);
            if (value != null) {
                USUAL_OIDS.put(name, value);
            }
        });
    }

    private Vocabulary() {}

    /** The status of this name, with or without its prefix; {@code null} if there is none. */
    static @Nullable NdisStatus status(String word) {
        String bare = word.startsWith(STATUS_PREFIX) ? word.substring(STATUS_PREFIX.length()) : word;
        if (USUAL_STATUSES.containsKey(bare)) {
            return USUAL_STATUSES.get(bare);
        }
        Integer value = isName(bare) ? value(Kind.STATUS, STATUS_PREFIX + bare) : null;
        return value == null ? null : new NdisStatus(value);
    }

    /** The OID of this name; {@code null} if there is none. */
    static @Nullable Integer oid(String word) {
        if (USUAL_OIDS.containsKey(word)) {
            return USUAL_OIDS.get(word);
        }
        return word.startsWith("OID_") && isName(word) ? value(Kind.OID, word) : null;
    }

    private static boolean isName(String word) {
        return word.matches("[A-Z][A-Z0-9_]{2,60}");
    }

    private static @Nullable Integer value(Kind kind, String name) {
        try {
            for (Meaning meaning : Decoder.decode(name)) {
                if (meaning.kind() == kind && name.equals(meaning.name())) {
                    return (int) meaning.value();
                }
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return null;
    }

    private static Map<String, What> whats() {
        Map<String, What> words = new LinkedHashMap<>();
        for (What what : What.values()) {
            words.put(what.word(), what);
        }
        return words;
    }
}
