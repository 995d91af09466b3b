// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.Map;

/** Codes for NdisWriteErrorLogEntry, as {@code netevent.h} has them. */
final class ErrorCode {
    private static final int HARDWARE_FAILURE = 0xC000138A;
    private static final Map<String, Integer> NUMBERS = Map.of(
            "HARDWARE_FAILURE", HARDWARE_FAILURE,
            "TIMEOUT", 0x8000138F,
            "RESET_FAILURE_ERROR", 0x800013A8,
            "RESET_FAILURE_CORRECTION", 0x800013AA);

    private ErrorCode() {}

    /** The code with or without EVENT_NDIS_ before it, or of a hardware failure if there is none of this name. */
    static int number(String name) {
        String bare = name.startsWith("EVENT_NDIS_") ? name.substring("EVENT_NDIS_".length()) : name;
        return NUMBERS.getOrDefault(bare, HARDWARE_FAILURE);
    }
}
