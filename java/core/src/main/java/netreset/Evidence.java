// SPDX-License-Identifier: Apache-2.0
package netreset;

/** How much is known about a device's return. Each level includes those before it. */
public enum Evidence {
    /** Nothing was accepted, or there is no device that could return: the report is simulated. */
    NONE("none"),
    /** The call returned success. */
    DISPATCHED("E0"),
    /** The driver acknowledged what it reset. */
    ACKNOWLEDGED("E1"),
    /** The same device is there, and its driver answers. */
    PRESENT("E2"),
    /** Its link is as it was, and stayed so. */
    LINK("E3"),
    /** Traffic passes. */
    DATAPATH("E4");

    private final String code;

    Evidence(String code) {
        this.code = code;
    }

    /** {@code E0} to {@code E4}, or {@code none}. */
    public String code() {
        return code;
    }
}
