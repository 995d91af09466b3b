// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which ifindex links have now, by the one they had: the NIC's own are told, others are found by their names. */
final class Indexes {
    private final Map<Integer, String> names;
    private final Map<Integer, Integer> own = new HashMap<>();
    private Tables now;

    /** @param names by the ifindex of then */
    Indexes(Map<Integer, String> names, Tables now) {
        this.names = names;
        this.now = now;
    }

    void put(int then, int index) {
        own.put(then, index);
    }

    void refresh(Tables tables) {
        now = tables;
    }

    Tables now() {
        return now;
    }

    /** Of the NIC and what is on it; {@code null} if it isn't there, or another one's. */
    @Nullable
    Integer own(int then) {
        return own.get(then);
    }

    /** @throws MissingLinkException if there is no such link any more */
    int of(int then) throws MissingLinkException {
        Integer known = own.get(then);
        if (known != null) {
            return known;
        }
        String name = names.getOrDefault(then, "");
        @Nullable LinkFacts same = now.link(then);
        if (same != null && same.name().equals(name)) {
            return then;
        }
        return now.links().stream()
                .filter(link -> link.name().equals(name))
                .mapToInt(LinkFacts::index)
                .findFirst()
                .orElseThrow(() -> new MissingLinkException(name.isEmpty() ? "with ifindex " + then : name));
    }
}
