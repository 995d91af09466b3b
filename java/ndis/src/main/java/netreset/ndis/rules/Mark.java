// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.Locale;

/** How a rule is known, the surest first. */
public enum Mark {
    /** Microsoft's documentation says it. */
    DOCUMENTED,
    /** Public drivers or NDIS libraries behave so. */
    OBSERVED,
    /** A conclusion: the documentation is silent, or contradicts itself. */
    INFERRED;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
