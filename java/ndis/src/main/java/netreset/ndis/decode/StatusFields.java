// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a status is made of, as an NTSTATUS (ntstatus.h): two bits of severity, one that marks a customer's own, one
 * reserved, twelve of facility, sixteen of code. NDIS has two facilities for errors of the same meaning.
 */
final class StatusFields {
    private static final int OWN_FACILITY = 0x001;
    private static final int NTSTATUS_FACILITY = 0x023;
    private static final int FACILITY_SHIFT = 16;
    private static final int FACILITY_MASK = 0xfff;
    private static final int SEVERITY_SHIFT = 30;
    private static final int CUSTOMER = 1 << 29;
    private static final int CODE_MASK = 0xffff;

    private StatusFields() {}

    static List<Detail> of(int status) {
        List<Detail> details = new ArrayList<>();
        details.add(severity(status));
        if ((status & CUSTOMER) != 0) {
            details.add(new Detail("customer", "set: somebody's own, not Microsoft's"));
        }
        details.add(new Detail("facility", facility(status)));
        int code = status & CODE_MASK;
        details.add(new Detail("code", String.format(Locale.ROOT, "0x%04X (%d)", code, code)));
        details.addAll(twins(status));
        return details;
    }

    static Detail severity(int status) {
        int severity = status >>> SEVERITY_SHIFT;
        String word = switch (severity) {
            case 0 -> "success";
            case 1 -> "informational";
            case 2 -> "warning";
            default -> "error";
        };
        return new Detail("severity", word + " (" + severity + ")");
    }

    private static int facilityNumber(int status) {
        return status >>> FACILITY_SHIFT & FACILITY_MASK;
    }

    private static String facility(int status) {
        int facility = facilityNumber(status);
        String whose = switch (facility) {
            case 0 -> "none: a status of all of Windows";
            case OWN_FACILITY -> "NDIS's own, of ndis.h";
            case 0x002 -> "in ndis.h offload's";
            case 0x003 -> "in ndis.h power management's and 802.11's";
            case 0x004 -> "in ndis.h mobile broadband's";
            case NTSTATUS_FACILITY -> "NDIS, of ntstatus.h";
            default -> "not known as one of NDIS";
        };
        return String.format(Locale.ROOT, "0x%03X, %s", facility, whose);
    }

    private static List<Detail> twins(int status) {
        int facility = facilityNumber(status);
        if (facility != OWN_FACILITY && facility != NTSTATUS_FACILITY) {
            return List.of();
        }
        int twin = status ^ (OWN_FACILITY ^ NTSTATUS_FACILITY) << FACILITY_SHIFT;
        return Names.numbered(twin).stream()
                .filter(entry -> entry.kind() == Kind.STATUS)
                .map(entry -> new Detail("twin", entry + "; only the facility differs"))
                .toList();
    }
}
