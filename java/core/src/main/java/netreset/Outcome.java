// SPDX-License-Identifier: Apache-2.0
package netreset;

/** What became of a reset. There is no "ok": read {@link ResetReport#evidence()} with it. */
public enum Outcome {
    /** Nothing was done: this is what would be done. */
    PLANNED,
    /** The link was negotiated anew, and is back: no reset, by no measure. */
    RENEGOTIATED,
    /** There was nothing to do, and nothing was done. */
    NOTHING_TO_DO,
    /** Everything asked for was acknowledged, and the device was seen to be back. */
    RECOVERED,
    /** Everything asked for was acknowledged; nobody asked to watch the return. */
    ACCEPTED,
    /** Some of what was asked for was acknowledged. */
    PARTIAL,
    /** The call succeeded, and the driver says that it reset nothing. */
    NOTHING_RESET,
    /** Acknowledged, but the device wasn't seen to be back in time. */
    NOT_RECOVERED,
    /** Acknowledged, and its link is back; but no probe through it was answered any more, as one was before. */
    DATAPATH_DEAD,
    /** Acknowledged, but something that always shows when it happens didn't show. */
    NO_EFFECT_OBSERVED,
    /** The call hasn't come back: the reset may yet happen. */
    IN_FLIGHT,
    /** A safety rule forbade it; nothing was done. */
    REFUSED,
    /** The name led to another device than the planned one. */
    TARGET_CHANGED,
    /** The interface is gone and didn't come back. */
    STRANDED,
    /** The driver tried and failed; side effects are possible. */
    FAILED
}
