// SPDX-License-Identifier: Apache-2.0
package netreset;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * State of a network link at one moment.
 *
 * @param adminUp whether it is switched on (IFF_UP)
 * @param operational RFC 2863 operational state; {@code UNKNOWN} is normal for drivers that don't maintain it
 * @param carrier whether the hardware has a carrier; {@code null} if the kernel didn't say
 * @param carrierUps times the carrier came since the interface was made, unsigned 32 bits; -1 if the kernel didn't say
 * @param carrierDowns times it was lost; likewise
 */
public record LinkState(
        boolean adminUp, Operational operational, @Nullable Boolean carrier, long carrierUps, long carrierDowns) {

    /** RFC 2863 operational states, in the order of the kernel's IF_OPER_ numbers (include/uapi/linux/if.h). */
    public enum Operational {
        UNKNOWN,
        NOT_PRESENT,
        DOWN,
        LOWER_LAYER_DOWN,
        TESTING,
        DORMANT,
        UP
    }

    /** True if traffic can pass as far as link state tells: switched on, carrier there, operational up or unknown. */
    public boolean passesTraffic() {
        return adminUp
                && Boolean.TRUE.equals(carrier)
                && (operational == Operational.UP || operational == Operational.UNKNOWN);
    }

    /** One word for tables: {@code off} (switched off), {@code no-carrier}, or the operational state. */
    public String word() {
        if (!adminUp) {
            return "off";
        }
        if (Boolean.FALSE.equals(carrier)) {
            return "no-carrier";
        }
        return operational.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
