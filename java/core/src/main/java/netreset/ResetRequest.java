// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to reset, and how. Immutable; start with {@link #of(String)} and change what you need:
 *
 * <pre>{@code
 * ResetRequest.of("nic:eth1").withScope(Scope.of("mac", "phy")).withTimeout(Duration.ofSeconds(10))
 * }</pre>
 *
 * @param target the device
 * @param scope how much of it; {@link Scope#FUNCTION} unless changed
 * @param verification how far to watch its return; {@link Verification#LINK} unless changed
 * @param timeout how long to wait for the return, counted from the dispatch; 30 s unless changed
 * @param overrides codes of refusals ({@link Refusal#code()}) that the caller takes upon himself; none unless added
 * @param method the means to begin with; {@code null} for ETHTOOL_RESET or, if {@code upTo} is given, for the mildest reset
 *     the NIC has
 * @param upTo how far to go, with one means after the other, while the NIC isn't seen to be back; {@code null} for the first
 *     means and no other
 * @param probe whom to probe through the NIC from before the reset on, so that it is seen whether traffic passes: an IP
 *     address, {@code gateway}, {@code neighbour}, or an address with a TCP port; {@code null} for nobody
 * @param reason why, in the caller's words, for the audit log; {@code null} if he doesn't say
 * @param requester the user whom this process does it for, for the audit log; {@code null} for its own
 */
public record ResetRequest(
        DeviceId target,
        Scope scope,
        Verification verification,
        Duration timeout,
        Set<String> overrides,
        @Nullable Method method,
        @Nullable Rung upTo,
        @Nullable String probe,
        @Nullable String reason,
        @Nullable String requester) {
    /** The longest timeout. */
    public static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    /** The longest reason, in characters (code points). */
    public static final int MAX_REASON = 200;

    public ResetRequest {
        overrides = Set.copyOf(overrides);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a timeout is more than 0 and at most 1 h, not " + timeout);
        }
        if (reason != null) {
            checkReason(reason);
        }
    }

    private static void checkReason(String reason) {
        int length = reason.codePointCount(0, reason.length());
        if (reason.isBlank() || length > MAX_REASON) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON + " characters, not " + length
                    + (length > MAX_REASON ? "" : " blank ones"));
        }
        if (!reason.codePoints().allMatch(Printable::isPlain)) {
            throw new IllegalArgumentException(
                    "a reason is one line without control characters, not '" + Printable.brief(reason) + "'");
        }
    }

    /** A reset of this device with every default. */
    public static ResetRequest of(DeviceId target) {
        return new ResetRequest(
                target,
                Scope.FUNCTION,
                Verification.LINK,
                Duration.ofSeconds(30),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * A reset of the device so named, with every default.
     *
     * @throws IllegalArgumentException if the text is no {@link DeviceId}
     */
    public static ResetRequest of(String target) {
        return of(DeviceId.parse(target));
    }

    public ResetRequest withScope(Scope changed) {
        return new ResetRequest(
                target, changed, verification, timeout, overrides, method, upTo, probe, reason, requester);
    }

    public ResetRequest withVerification(Verification changed) {
        return new ResetRequest(target, scope, changed, timeout, overrides, method, upTo, probe, reason, requester);
    }

    /**
     * Waits so long for the return.
     *
     * @throws IllegalArgumentException unless more than 0 and at most {@link #MAX_TIMEOUT}
     */
    public ResetRequest withTimeout(Duration changed) {
        return new ResetRequest(
                target, scope, verification, changed, overrides, method, upTo, probe, reason, requester);
    }

    /** The refusals to override, by their codes; replaces those set before. */
    public ResetRequest withOverrides(Set<String> changed) {
        return new ResetRequest(target, scope, verification, timeout, changed, method, upTo, probe, reason, requester);
    }

    /** Begins with this means; alone, unless {@link #withUpTo} allows more. */
    public ResetRequest withMethod(@Nullable Method changed) {
        return new ResetRequest(
                target, scope, verification, timeout, overrides, changed, upTo, probe, reason, requester);
    }

    /**
     * Goes up to this rung: after each means that didn't bring the NIC back, the next, and never past it. The timeout is
     * each one's. Firmware is started only where this is R5.
     */
    public ResetRequest withUpTo(@Nullable Rung changed) {
        return new ResetRequest(
                target, scope, verification, timeout, overrides, method, changed, probe, reason, requester);
    }

    /** Probes through the NIC: {@code 10.0.0.1}, {@code gateway}, {@code neighbour}, {@code 10.0.0.1:22} or the like. */
    public ResetRequest withProbe(@Nullable String changed) {
        return new ResetRequest(
                target, scope, verification, timeout, overrides, method, upTo, changed, reason, requester);
    }

    /**
     * Says why, to whoever reads the audit log.
     *
     * @throws IllegalArgumentException unless 1 to {@link #MAX_REASON} characters on one line, none of them a control's
     */
    public ResetRequest withReason(@Nullable String changed) {
        return new ResetRequest(
                target, scope, verification, timeout, overrides, method, upTo, probe, changed, requester);
    }

    /** For another user than this process's, by the name the kernel or a directory knows him by. */
    public ResetRequest withRequester(@Nullable String changed) {
        return new ResetRequest(target, scope, verification, timeout, overrides, method, upTo, probe, reason, changed);
    }
}
