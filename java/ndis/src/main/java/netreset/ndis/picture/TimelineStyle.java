// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

/**
 * How a terminal timeline looks.
 *
 * @param width the columns there are; no line is wider, but for less than {@link #NARROWEST}
 * @param lanes what has a lane
 * @param ascii whether to do without anything but ASCII
 * @param colour whether to colour; nothing is said by colour alone
 */
public record TimelineStyle(int width, Lanes lanes, boolean ascii, boolean colour) {
    /** In fewer columns there is no timeline. */
    public static final int NARROWEST = 40;

    /** 80 columns, lanes for levels, Unicode, no colour. */
    public static final TimelineStyle USUAL = new TimelineStyle(80, Lanes.LEVELS, false, false);

    /** What has a lane. */
    public enum Lanes {
        /** A lane for each IRQL: one sees what interrupts what. */
        LEVELS,
        /** A lane for each agent, with the level's letter in it: one sees who runs. */
        AGENTS
    }

    /** Checks the width. */
    public TimelineStyle {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("a timeline takes " + NARROWEST + " columns, not " + width);
        }
    }
}
