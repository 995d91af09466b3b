// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

import java.util.List;

/** What an event log code is made of. */
final class EventFields {
    private static final int ID = 0xffff;

    private EventFields() {}

    /** As the log shows it. */
    static int id(Entry entry) {
        return entry.last() & ID;
    }

    static List<Detail> of(Entry entry) {
        Detail id = new Detail("event id", Integer.toString(id(entry)));
        return entry.name() == null
                ? List.of(id, new Detail("provider", "Microsoft-Windows-NDIS"))
                : List.of(id, StatusFields.severity(entry.last()), new Detail("for", "NdisWriteErrorLogEntry"));
    }
}
