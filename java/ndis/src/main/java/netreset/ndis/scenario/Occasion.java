// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.List;

/** What a driver is called for. */
public enum Occasion {
    RESET("reset", true),
    HANG_CHECK("hang check", true),
    SEND("send", true),
    REQUEST("request", true),
    CANCEL_SEND("cancelled send", true),
    CANCEL_REQUEST("cancelled request", true),
    INITIALIZE("initialise", true),
    PAUSE("pause", true),
    RESTART("restart", true),
    HALT("halt", true),
    SHUTDOWN("shutdown", true),
    SURPRISE_REMOVAL("surprise removal", true),
    RETURN("returned buffer", true),
    CREATE_VC("vc creation", true),
    ACTIVATE_VC("vc activation", true),
    DEACTIVATE_VC("vc deactivation", true),
    DELETE_VC("vc deletion", true),
    STATUS("status", false),
    SEND_DONE("send completion", false),
    REQUEST_DONE("request completion", false),
    RECEIVE("receive", false);

    private final String words;
    private final boolean miniports;

    Occasion(String words, boolean miniports) {
        this.words = words;
        this.miniports = miniports;
    }

    /** Behind {@code on} in a file. */
    public String words() {
        return words;
    }

    /** Whether it is miniports that are called for it; otherwise protocols. */
    public boolean isMiniports() {
        return miniports;
    }

    static List<Occasion> of(boolean miniports) {
        List<Occasion> some = new ArrayList<>();
        for (Occasion occasion : values()) {
            if (occasion.miniports == miniports) {
                some.add(occasion);
            }
        }
        return some;
    }
}
