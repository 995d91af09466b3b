// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/** What a participant is, by the first word of its name; in the order in which the stack is drawn, left to right. */
enum Role {
    /** Protocols, clients, threads, and whatever has a word of its own: above everything. */
    PROTOCOL("protocol", "client", "im"),
    CALL_MANAGER("cm", "callmanager", "call-manager", "call"),
    FILTER("filter"),
    NDIS("ndis"),
    MINIPORT("miniport", "mcm"),
    HARDWARE("hardware", "kernel", "linux", "device", "nic");

    private final String[] words;

    Role(String... words) {
        this.words = words;
    }

    static Role of(String participant) {
        String word = firstWord(participant);
        for (Role role : values()) {
            for (String own : role.words) {
                if (own.equals(word)) {
                    return role;
                }
            }
        }
        return PROTOCOL;
    }

    private static String firstWord(String participant) {
        int space = participant.indexOf(' ');
        return space < 0 ? participant : participant.substring(0, space);
    }
}
