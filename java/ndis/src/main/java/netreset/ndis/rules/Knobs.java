// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How each {@link Knob} is set. */
public final class Knobs {
    private final Map<Knob, String> readings;

    private Knobs(Map<Knob, String> readings) {
        this.readings = readings;
    }

    /** The defaults of a version of NDIS. */
    public static Knobs of(Profile profile) {
        Map<Knob, String> readings = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            readings.put(knob, knob.readings().get(0));
        }
        if (profile == Profile.NDIS_5) {
            readings.put(Knob.HANDLER_IRQL, "DISPATCH");
            readings.put(Knob.CFH_IRQL, "DISPATCH");
        }
        return new Knobs(readings);
    }

    public String get(Knob knob) {
        return Objects.requireNonNull(readings.get(knob));
    }

    public Knobs with(Knob knob, String reading) {
        if (!knob.readings().contains(reading)) {
            throw new IllegalArgumentException(
                    "no reading of " + knob.word() + ": " + reading + "; there are " + knob.readings());
        }
        Map<Knob, String> changed = new EnumMap<>(readings);
        changed.put(knob, reading);
        return new Knobs(changed);
    }
}
