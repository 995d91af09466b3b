// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.scenario.Handler;
import netreset.ndis.scenario.Occasion;
import org.jspecify.annotations.Nullable;

/** A driver's handlers, and how often it was called for what. */
final class Duties implements Digestible {
    private final List<Handler> handlers;
    private final Map<String, Integer> calls = new TreeMap<>();

    Duties(List<Handler> handlers) {
        this.handlers = handlers;
    }

    /**
     * Counts a call, and says what is to be done: the handler for this call before those for all, and the one for this thing
     * before those for any. {@code null} if the file says nothing.
     */
    @Nullable
    Handler next(Occasion occasion, String... things) {
        count(occasion, null);
        for (String thing : things) {
            count(occasion, thing);
        }
        List<String> these = new ArrayList<>(List.of(things));
        Handler best = null;
        for (Handler handler : handlers) {
            boolean fits = handler.occasion() == occasion
                    && (handler.only() == null || these.contains(handler.only()))
                    && (handler.nth() == 0 || handler.nth() == calls(occasion, handler.only()));
            if (fits && (best == null || rank(handler) > rank(best))) {
                best = handler;
            }
        }
        return best;
    }

    /** How often it was called, this time included. */
    int calls(Occasion occasion, @Nullable String thing) {
        return calls.getOrDefault(occasion + " " + thing, 0);
    }

    private void count(Occasion occasion, @Nullable String thing) {
        calls.merge(occasion + " " + thing, 1, Integer::sum);
    }

    private static int rank(Handler handler) {
        return (handler.nth() > 0 ? 2 : 0) + (handler.only() != null ? 1 : 0);
    }

    @Override
    public void digest(Digest digest) {
        calls.forEach((what, number) -> digest.add(what).add(number));
    }
}
