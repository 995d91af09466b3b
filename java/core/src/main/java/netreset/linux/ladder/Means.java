// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.time.Duration;
import java.util.List;
import netreset.Method;
import netreset.Offer;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetMask;
import netreset.Resettability.Answer;
import netreset.Rung;
import netreset.linux.netlink.Link;

/** A means of resetting NICs. All but {@link #act} only looks at what was found, and touches nothing. */
public interface Means {
    /** Which. */
    Method method();

    /** How far it reaches on this NIC. */
    default Rung rung(Target target) {
        return method().rung();
    }

    /** Whether a NIC has it. */
    Has has(Target target);

    /**
     * Whether a NIC has a means.
     *
     * @param answer {@code UNKNOWN} where only trying tells
     * @param why one clause for a person
     */
    record Has(Answer answer, String why) {
        static Has yes(String why) {
            return new Has(Answer.YES, why);
        }

        static Has no(String why) {
            return new Has(Answer.NO, why);
        }

        static Has unknown(String why) {
            return new Has(Answer.UNKNOWN, why);
        }
    }

    /** The same as part of a listing. */
    default Offer offer(Target target) {
        Has has = has(target);
        return new Offer(method(), rung(target), has.answer(), has.why());
    }

    /** The privilege it needs. */
    String needs();

    /** The components a driver would be asked to reset. */
    default ResetMask requested(Target target) {
        return new ResetMask(0, List.of());
    }

    /** The system calls, with their paths, in order. */
    List<String> steps(Target target);

    /** What else goes down with it. */
    List<String> blastRadius(Target target);

    /** Whether it reaches what other functions of the same chip share. */
    default boolean reachesChip(Target target) {
        return false;
    }

    /** What it loses of the NIC's state; nothing if there is nothing to put back. */
    List<String> losses();

    /** How one knows that it was done. */
    String proof();

    /** The forms of it that are refused for this NIC; each can be overridden by its own name only. */
    default List<Refusal> refusals(Target target) {
        return List.of();
    }

    /** What else a person should know. */
    default List<String> notes(Target target) {
        return List.of();
    }

    /** Whether the same hardware under another interface index is what it leads to. */
    boolean makesAnew();

    /** How long after its return what it started may still begin. */
    default Duration mayStartAfter(Target target) {
        return Duration.ZERO;
    }

    /**
     * Does it; blocks for as long as the kernel takes, so on a thread of its own.
     *
     * @param target what was planned for
     * @param now its interface right before
     * @throws ResetException if nothing was done, and nothing can have been
     */
    Acted act(Target target, Link now) throws ResetException;

    /**
     * Makes it ready, for those whose call is to be measured without what leads up to it.
     *
     * @throws ResetException if it can't be done
     */
    default Deed prepare(Target target, Link now) throws ResetException {
        return () -> act(target, now);
    }
}
