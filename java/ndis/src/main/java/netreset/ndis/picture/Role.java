// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** What a participant is, by the first word of its name; in the order in which the stack is drawn, left to right. */
enum Role {
    /** Protocols, clients, threads, and whatever has a word of its own: above everything. */
    PROTOCOL,
    CALL_MANAGER,
    FILTER,
    NDIS,
    MINIPORT,
    HARDWARE;

    static Role of(String participant) {
        int space = participant.indexOf(' ');
        return switch (space < 0 ? participant : participant.substring(0, space)) {
            case "cm", "callmanager", "call-manager", "call" -> CALL_MANAGER;
            case "filter" -> FILTER;
            case "ndis" -> NDIS;
            case "miniport", "mcm" -> MINIPORT;
            case "hardware", "kernel", "linux", "device", "nic" -> HARDWARE;
            default -> PROTOCOL;
        };
    }
}
