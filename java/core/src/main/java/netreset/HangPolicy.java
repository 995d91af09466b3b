// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a watched NIC is to be reset: on a sign of a hang, not more often than allowed, at growing intervals, and not
 * at all any more once that has not helped. A function of what it is told and of the time it is told with; one thread's.
 */
public final class HangPolicy {
    /** How the wait grows from one reset in vain to the next. */
    private static final int GROWTH = 2;

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Limits limits;
    private final Map<String, Patient> patients = new LinkedHashMap<>();

    /**
     * How far to go.
     *
     * @param carrierPatience how long a carrier may be away before that is a hang
     * @param maxPerHour resets of one NIC within any hour, 1 or more
     * @param backOff how long to wait after a reset before the next; doubled with each reset in vain
     * @param maxInVain resets in vain, one after the other, after which a human is needed; 1 or more
     */
    public record Limits(Duration carrierPatience, int maxPerHour, Duration backOff, int maxInVain) {
        /** A carrier away for 10 s; 4 an hour; 30 s, 1 min, 2 min ...; 3 in vain. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 4, Duration.ofSeconds(30), 3);

        /**
         * Checks them.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Limits {
            if (carrierPatience.isNegative() || backOff.isNegative()) {
                throw new IllegalArgumentException("how long to wait is 0 or more");
            }
            if (maxPerHour < 1 || maxInVain < 1) {
                throw new IllegalArgumentException("how often to reset is 1 or more");
            }
        }
    }

    /** What to do about a NIC. */
    public enum Action {
        /** Reset it. */
        RESET,
        /** Wait: it was reset lately, or as often as an hour allows. Told once a sign. */
        HOLD,
        /** Nothing more is done to this NIC: a human is needed. Told once. */
        HUMAN_NEEDED
    }

    /**
     * What is decided.
     *
     * @param device the NIC
     * @param why the sign, and the limit if there is one; for a person
     */
    public record Decision(DeviceId device, Action action, String why) {}

    private static final class Patient {
        final DeviceId device;

        @Nullable
        Long lostAt;

        @Nullable
        String sign;

        boolean held;
        boolean givenUp;
        boolean helped;
        int inVain;
        final Deque<Long> resets = new ArrayDeque<>();

        Patient(DeviceId device) {
            this.device = device;
        }
    }

    public HangPolicy(Limits limits) {
        this.limits = limits;
    }

    /** Takes what a watch saw. */
    public void see(NicEvent event) {
        if (event.index() == 0) {
            return;
        }
        Patient nic = patient(event.device());
        switch (event.what()) {
            case TX_TIMEOUT, REPORTER_ERROR -> sign(nic, event.atNanos(), event.text());
            case CARRIER_LOST -> nic.lostAt = event.atNanos();
            case CARRIER_BACK, SWITCHED_OFF, SWITCHED_ON, VANISHED, APPEARED -> calm(nic);
            default -> {}
        }
    }

    /** A reset that was seen to help has helped only if there is no sign for as long as the next would wait. */
    private void sign(Patient nic, long at, String text) {
        if (nic.sign == null) {
            Long last = nic.resets.peekLast();
            if (nic.helped && last != null && at - last >= backOff(nic.inVain)) {
                nic.inVain = 0;
            }
            nic.sign = text;
            nic.held = false;
        }
    }

    /** What is gone or switched off isn't hanging, and what is back isn't any more. */
    private static void calm(Patient nic) {
        nic.lostAt = null;
        nic.sign = null;
    }

    /** What is to be done now. Whoever resets says so by {@link #reset}. */
    public List<Decision> decide(long now) {
        List<Decision> decisions = new ArrayList<>();
        for (Patient nic : patients.values()) {
            Decision decision = nic.givenUp ? null : decide(nic, now);
            if (decision != null) {
                decisions.add(decision);
            }
        }
        return decisions;
    }

    private @Nullable Decision decide(Patient nic, long now) {
        Long lostAt = nic.lostAt;
        if (lostAt != null && now - lostAt >= limits.carrierPatience().toNanos()) {
            sign(
                    nic,
                    now,
                    "the carrier has been away for " + limits.carrierPatience().toMillis() + " ms");
        }
        if (nic.sign == null) {
            return null;
        }
        if (nic.inVain >= limits.maxInVain()) {
            nic.givenUp = true;
            return new Decision(nic.device, Action.HUMAN_NEEDED, nic.sign + "; " + nic.inVain + " resets didn't help");
        }
        String limit = limit(nic, now);
        if (limit == null) {
            return new Decision(nic.device, Action.RESET, nic.sign);
        }
        if (nic.held) {
            return null;
        }
        nic.held = true;
        return new Decision(nic.device, Action.HOLD, nic.sign + "; " + limit);
    }

    /** Why it can't be reset now; {@code null} if it can. */
    private @Nullable String limit(Patient nic, long now) {
        while (!nic.resets.isEmpty() && now - nic.resets.getFirst() >= HOUR) {
            nic.resets.removeFirst();
        }
        if (nic.resets.size() >= limits.maxPerHour()) {
            return "reset " + nic.resets.size() + " times within an hour already";
        }
        Long last = nic.resets.peekLast();
        long wait = backOff(nic.inVain);
        return last == null || now - last >= wait
                ? null
                : "waits until " + Duration.ofNanos(wait).toSeconds() + " s after its last reset";
    }

    private long backOff(int inVain) {
        long wait = limits.backOff().toNanos();
        for (int i = 1; i < inVain && wait < HOUR; i++) {
            wait *= GROWTH;
        }
        return Math.min(wait, HOUR);
    }

    /**
     * A reset was done, or would have been.
     *
     * @param now when it ended
     * @param helped whether it was seen to recover; even then the next waits longer if the next sign comes soon
     */
    public void reset(DeviceId device, long now, boolean helped) {
        Patient nic = patient(device);
        nic.resets.addLast(now);
        nic.inVain++;
        nic.helped = helped;
        nic.held = false;
        nic.sign = null;
        if (helped) {
            nic.lostAt = null;
        } else if (nic.lostAt == null) {
            nic.sign = "its reset didn't help";
        }
    }

    private Patient patient(DeviceId device) {
        return patients.computeIfAbsent(device.toString(), key -> new Patient(device));
    }
}
