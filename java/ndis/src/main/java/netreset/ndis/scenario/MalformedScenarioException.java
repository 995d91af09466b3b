// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/** A scenario that can't be understood, or contradicts itself: says where, and what was expected there. */
public final class MalformedScenarioException extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient Place place;
    private final String problem;

    MalformedScenarioException(String file, Place place, String problem) {
        super(file + ":" + place + ": " + problem);
        this.file = file;
        this.place = place;
        this.problem = problem;
    }

    MalformedScenarioException inFile(String name) {
        return new MalformedScenarioException(name, place, problem);
    }

    @Override
    public String getMessage() {
        return file + ":" + place + ": " + problem;
    }

    public Place place() {
        return place;
    }
}
