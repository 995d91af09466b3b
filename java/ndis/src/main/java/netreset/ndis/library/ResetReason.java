// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Locale;

/** Why an adapter is reset. */
public enum ResetReason {
    CHECK_FOR_HANG("the driver's check found a hang"),
    OID_TIMEOUT("an OID request took too long"),
    SEND_TIMEOUT("a send took too long"),
    DRIVER_REQUEST("the driver asked for it"),
    PROTOCOL_REQUEST("a protocol asked for it"),
    OPERATOR("the operator asked for it");

    private final String sentence;

    ResetReason(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    /** As logs have it: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
