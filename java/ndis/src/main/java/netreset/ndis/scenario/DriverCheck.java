// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

/** Whether an adapter's driver is one that can do a step: ready ones do what they always do, scripted ones have no device of theirs. */
final class DriverCheck {
    private DriverCheck() {}

    static void check(Declaration.Miniport miniport, Step step) throws MalformedScenarioException {
        if (!(miniport.isScripted() ? isScripted(step) : isReady(miniport.kind(), step))) {
            throw Cursor.wrong(
                    step.at(),
                    "'" + miniport.name() + "' (" + miniport.kind() + ", line "
                            + miniport.at().line() + ") has a driver that doesn't do this");
        }
    }

    private static boolean isScripted(Step step) {
        return !(step instanceof Step.DetectLink)
                && !(step instanceof Step.Hardware hardware
                        && (hardware.verb() == Step.HardwareVerb.INTERRUPTS
                                || hardware.verb() == Step.HardwareVerb.NEEDS_RESET
                                || hardware.verb() == Step.HardwareVerb.BEYOND_REPAIR));
    }

    private static boolean isReady(String kind, Step step) {
        if (step instanceof Step.Hardware hardware) {
            return switch (hardware.verb()) {
                case INTERRUPTS -> kind.equals("well-behaved") || kind.equals("gvnic");
                case NEEDS_RESET -> kind.equals("gvnic") || kind.equals("netkvm");
                case BEYOND_REPAIR -> kind.equals("netkvm");
                case LOSES_LINK, GETS_LINK -> true;
                case FORGETS_MAC, FORGETS_COALESCING_FILTERS, KEEPS_MATCH_COUNTER -> false;
            };
        }
        return step instanceof Step.AskForReset
                || (step instanceof Step.Receive && (kind.equals("netvmini") || kind.equals("well-behaved")))
                || (step instanceof Step.DetectLink && kind.equals("e100"))
                || step instanceof Step.BySystem;
    }
}
