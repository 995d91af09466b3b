// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.decode;

/** What a number can be. */
public enum Kind {
    STATUS("status", "statuses.txt"),
    OID("OID", "oids.txt"),
    BUG_CHECK("bug check", "bugchecks.txt"),
    EVENT("event log code", "events.txt");

    private final String words;
    private final String resource;

    Kind(String words, String resource) {
        this.words = words;
        this.resource = resource;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Where its names are. */
    String resource() {
        return resource;
    }
}
