// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/** A scenario that can't be understood, or contradicts itself: says where, and what was expected there. */
public final class MalformedScenarioException extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient Place place;

    MalformedScenarioException(String file, Place place, String message) {
        super(file + ":" + place + ": " + message);
        this.file = file;
        this.place = place;
    }

    MalformedScenarioException inFile(String name) {
        return new MalformedScenarioException(
                name, place, getMessage().substring((file + ":" + place + ": ").length()));
    }

    public Place place() {
        return place;
    }
}
