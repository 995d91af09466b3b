// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.Locale;

/** Whose obligation a rule is, and so whose defect it is to break it. */
public enum Owner {
    /** NDIS itself: the model. A rule of its own that it breaks is a defect of netreset. */
    LIBRARY,
    MINIPORT,
    /** Protocol drivers, and filters above the miniport. */
    PROTOCOL;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
