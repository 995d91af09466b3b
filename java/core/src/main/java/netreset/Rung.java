// SPDX-License-Identifier: Apache-2.0
package netreset;

/** How far a reset of a NIC reaches, from the mildest on. A higher rung takes down more, and loses more. */
public enum Rung {
    /** The link is negotiated anew: no reset, whatever becomes of it. */
    R0("the link is negotiated anew"),
    /** The link is switched off and on. */
    R1("the link is switched off and on"),
    /** The driver resets the components it is asked to. */
    R2("the driver resets components"),
    /** The driver recovers a part that it knows to be in error. */
    R3("the driver recovers a part"),
    /** The driver starts anew. */
    R4("the driver starts anew"),
    /** The firmware is started, for all who share the device. */
    R5("the firmware is started"),
    /** The bus resets the device. */
    R6("the bus resets the device"),
    /** The driver is taken from the device and bound again. */
    R7("the driver is unbound and bound"),
    /** The device is taken out of the machine's list and looked for again. */
    R8("the device is removed and found again");

    /** The highest one that nobody needs to ask for by name. */
    public static final Rung DEFAULT = R2;

    private final String text;

    Rung(String text) {
        this.text = text;
    }

    /** What happens there, in a few words. */
    public String text() {
        return text;
    }
}
