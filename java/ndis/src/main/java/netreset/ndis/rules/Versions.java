// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which versions of NDIS a rule holds. */
public enum Versions {
    ALL("all", Profile.NDIS_5, Profile.NDIS_6_83),
    BEFORE_6_30("before 6.30", Profile.NDIS_5, Profile.NDIS_6_20),
    SINCE_6_0("6.0 and later", Profile.NDIS_6_20, Profile.NDIS_6_83),
    SINCE_6_30("6.30 and later", Profile.NDIS_6_30, Profile.NDIS_6_83);

    private final String words;
    private final Profile first;
    private final Profile last;

    Versions(String words, Profile first, Profile last) {
        this.words = words;
        this.first = first;
        this.last = last;
    }

    static Versions named(String words) {
        for (Versions versions : values()) {
            if (versions.words.equals(words)) {
                return versions;
            }
        }
        throw new IllegalArgumentException("'" + words + "' names no versions: there are "
                + Stream.of(values()).map(Versions::words).collect(Collectors.joining(", ")));
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Whether this is one of them. */
    public boolean include(Profile profile) {
        return profile.isAtLeast(first) && last.isAtLeast(profile);
    }
}
