// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.rules;

import java.util.Locale;

/** What it means that a rule was broken, the mildest first. */
public enum Severity {
    /** Legal, but worth knowing. */
    REMARK,
    /** Against the documentation, and drivers in the field do it. */
    WARNING,
    /** Against the contract. */
    ERROR,
    /** Windows stops: a bug check. The run ends. */
    FATAL;

    /** In lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
