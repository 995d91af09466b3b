// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

/**
 * A moment on a clock that nobody can set: seconds since a boot, sleep included (CLOCK_BOOTTIME, as /proc/uptime has it).
 *
 * @param bootId which boot, as /proc/sys/kernel/random/boot_id has it
 * @param seconds since then
 */
public record Uptime(String bootId, double seconds) {
    /** Seconds from an earlier moment to this one; what was before this boot is for ever ago. */
    double since(Uptime earlier) {
        return bootId.equals(earlier.bootId) ? Math.max(0, seconds - earlier.seconds) : Double.POSITIVE_INFINITY;
    }
}
