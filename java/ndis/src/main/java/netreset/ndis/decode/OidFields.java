// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an OID is made of, as ntddndis.h lays most of them out: a group, what it is for, whether all must have it, an index. */
final class OidFields {
    private static final int BYTE = 0xff;
    private static final int GROUP_SHIFT = 24;
    private static final int USE_SHIFT = 16;
    private static final int NEED_SHIFT = 8;

    private OidFields() {}

    /** Whether it looks like one: of a known group, or of a vendor. */
    static boolean arePlausible(int oid) {
        return group(oid) != null && use(oid) != null;
    }

    static List<Detail> of(int oid) {
        List<Detail> details = new ArrayList<>();
        add(details, "group", group(oid));
        add(details, "use", use(oid));
        add(details, "need", need(oid));
        details.add(new Detail("index", String.format(Locale.ROOT, "0x%02X", oid & BYTE)));
        return details;
    }

    private static void add(List<Detail> details, String name, @Nullable String text) {
        if (text != null) {
            details.add(new Detail(name, text));
        }
    }

    private static @Nullable String group(int oid) {
        int group = oid >>> GROUP_SHIFT;
        String whose = switch (group) {
            case 0x00 -> "general";
            case 0x01 -> "Ethernet, 802.3";
            case 0x02 -> "token ring, 802.5";
            case 0x03 -> "FDDI";
            case 0x04 -> "WAN";
            case 0x05 -> "LocalTalk";
            case 0x06 -> "ARCNET";
            case 0x07 -> "TAPI";
            case 0x08 -> "ATM";
            case 0x0A -> "infrared";
            case 0x0C -> "1394";
            case 0x0D, 0x0E -> "802.11 and mobile broadband";
            case 0x0F -> "tunnels";
            case 0xFC -> "offload";
            case 0xFD -> "plug and play, power";
            case 0xFE -> "CoNDIS";
            case 0xFF -> "a vendor's own";
            default -> null;
        };
        return whose == null ? null : String.format(Locale.ROOT, "0x%02X, %s", group, whose);
    }

    private static @Nullable String use(int oid) {
        return switch (oid >>> USE_SHIFT & BYTE) {
            case 1 -> "operation";
            case 2 -> "statistics";
            default -> oid >>> GROUP_SHIFT == BYTE ? "known to the vendor" : null;
        };
    }

    private static @Nullable String need(int oid) {
        if (oid >>> GROUP_SHIFT == BYTE) {
            return null;
        }
        return switch (oid >>> NEED_SHIFT & BYTE) {
            case 1 -> "mandatory";
            case 2 -> "optional";
            default -> null;
        };
    }
}
