// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import netreset.Printable;
import netreset.rras.Activity;
import netreset.rras.PortCondition;
import netreset.rras.RasPort;
import org.jspecify.annotations.Nullable;

/**
 * A word for a port's state: one of the header's conditions, in our spelling or netsh's ({@code show portstatus}), or of
 * how it is used. Case, hyphens and underscores don't matter.
 */
public enum StateWord {
    NON_OPERATIONAL(PortCondition.NON_OPERATIONAL),
    DISCONNECTED(PortCondition.DISCONNECTED),
    CALLING_BACK(PortCondition.CALLING_BACK),
    LISTENING(PortCondition.LISTENING),
    AUTHENTICATING(PortCondition.AUTHENTICATING),
    AUTHENTICATED(PortCondition.AUTHENTICATED),
    INITIALIZING(PortCondition.INITIALIZING),
    /** A condition without a name. */
    UNKNOWN(PortCondition.UNKNOWN),
    /** Nobody uses it. */
    FREE(Activity.IDLE),
    /** About to change. */
    TRANSITIONAL(Activity.TRANSITIONAL),
    /** Somebody uses it. */
    ACTIVE(Activity.ACTIVE),
    /** Condition and connection contradict each other, which is what a stuck port looks like. */
    SUSPECT(Activity.SUSPECT);

    /** The one that netsh calls otherwise. */
    private static final String CONNECTED = "connected";

    private final @Nullable PortCondition condition;
    private final @Nullable Activity activity;

    StateWord(PortCondition condition) {
        this.condition = condition;
        this.activity = null;
    }

    StateWord(Activity activity) {
        this.condition = null;
        this.activity = activity;
    }

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException if it is none, with those there are
     */
    public static StateWord parse(String word) {
        String plain = plain(word);
        if (plain.equals(CONNECTED)) {
            return AUTHENTICATED;
        }
        for (StateWord state : values()) {
            if (plain(state.name()).equals(plain)) {
                return state;
            }
        }
        throw new IllegalArgumentException("'" + Printable.brief(word) + "' is no state of a port: try "
                + Arrays.stream(values()).map(StateWord::text).collect(Collectors.joining(", ")) + " or "
                + CONNECTED);
    }

    /** Lower-case, with hyphens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a port is in this state. */
    public boolean matches(RasPort port) {
        return port.condition() == condition || port.activity() == activity;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
