// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/** Whether what a miniport's handlers do makes sense: results where they belong, and an end to what pends. */
final class HandlerCheck {
    private final Scenario scenario;
    private final Declaration.Miniport miniport;

    HandlerCheck(Scenario scenario, Declaration.Miniport miniport) {
        this.scenario = scenario;
        this.miniport = miniport;
    }

    void check() throws MalformedScenarioException {
        for (Handler handler : miniport.handlers()) {
            if (handler.occasion() == Occasion.RESET && !miniport.traits().resetHandler()) {
                throw Cursor.wrong(handler.at(), "'" + miniport.name() + "' has no reset handler");
            }
            if (handler.occasion() == Occasion.HANG_CHECK && !miniport.traits().hangHandler()) {
                throw Cursor.wrong(handler.at(), "'" + miniport.name() + "' has no check-for-hang handler");
            }
            steps(handler);
        }
    }

    private void steps(Handler handler) throws MalformedScenarioException {
        Step.Return result = null;
        for (Step step : handler.steps()) {
            if (result != null && !isAfterwards(step)) {
                throw Cursor.wrong(
                        step.at(),
                        "the handler has returned on line " + result.at().line()
                                + "; only 'after …', 'keeps it' and 'never completes it' can follow");
            }
            if (step instanceof Step.Return returned) {
                result = returned;
            }
            belongs(handler, step);
        }
        for (Step step : Contradictions.flat(handler.steps())) {
            DriverCheck.check(miniport, step);
            if (step instanceof Step.Later later && later.steps().stream().anyMatch(s -> s instanceof Step.Return)) {
                throw Cursor.wrong(later.at(), "a handler can't return later; it returns PENDING and completes later");
            }
        }
        result(handler, result);
    }

    private static boolean isAfterwards(Step step) {
        return step instanceof Step.Later || step instanceof Step.NeverComplete || step instanceof Step.Keep;
    }

    private static void belongs(Handler handler, Step step) throws MalformedScenarioException {
        Occasion occasion = handler.occasion();
        if (step instanceof Step.Answer && occasion != Occasion.HANG_CHECK) {
            throw Cursor.wrong(step.at(), "only 'on hang check' answers yes or no");
        }
        boolean ofSend = occasion == Occasion.SEND || occasion == Occasion.CANCEL_SEND;
        boolean ofRequest = occasion == Occasion.REQUEST || occasion == Occasion.CANCEL_REQUEST;
        for (Step inner : Contradictions.flat(List.of(step))) {
            if (inner instanceof Step.CompleteSends sends && !sends.all() && !ofSend) {
                throw Cursor.wrong(
                        inner.at(),
                        "which send? only 'on send' and 'on cancelled send' have one; say its name, or 'all sends'");
            }
            if (inner instanceof Step.CompleteRequests requests && !requests.all() && !ofRequest) {
                throw Cursor.wrong(
                        inner.at(),
                        "which request? only 'on request' and 'on cancelled request' have one; say its name, or 'all requests'");
            }
            if (inner instanceof Step.Keep && !ofSend && !ofRequest) {
                throw Cursor.wrong(inner.at(), "there is nothing here that could be kept");
            }
        }
        if (step instanceof Step.Return && !returnsStatus(occasion)) {
            throw Cursor.wrong(step.at(), "this handler returns nothing");
        }
    }

    private static boolean returnsStatus(Occasion occasion) {
        return switch (occasion) {
            case RESET, REQUEST, INITIALIZE, PAUSE, RESTART, CREATE_VC, ACTIVATE_VC, DEACTIVATE_VC, DELETE_VC -> true;
            default -> false;
        };
    }

    private void result(Handler handler, Step.@Nullable Return result) throws MalformedScenarioException {
        List<Step> all = Contradictions.flat(handler.steps());
        boolean never = all.stream().anyMatch(s -> s instanceof Step.NeverComplete);
        boolean keeps = all.stream().anyMatch(s -> s instanceof Step.Keep);
        if (handler.occasion() == Occasion.SEND) {
            boolean completes = all.stream().anyMatch(s -> s instanceof Step.CompleteSends);
            if (!never && !keeps && !completes && !named(all)) {
                throw Cursor.wrong(
                        handler.at(),
                        "say what becomes of the send: 'completes the send with …', 'keeps it', 'puts it on the wire' or 'never completes it'");
            }
            return;
        }
        if ((handler.occasion() == Occasion.RESET || handler.occasion() == Occasion.REQUEST) && result == null) {
            throw Cursor.wrong(handler.at(), "say what the handler returns: 'returns SUCCESS', 'returns PENDING', …");
        }
        if (result == null || !result.status().equals(NdisStatus.PENDING)) {
            if (never) {
                throw Cursor.wrong(handler.at(), "'never completes it' belongs to 'returns PENDING'");
            }
            return;
        }
        if (!never && !keeps && !completes(handler, all)) {
            throw Cursor.wrong(
                    result.at(), "nothing completes what this leaves pending; say when, or 'never completes it'");
        }
    }

    private static boolean named(List<Step> steps) {
        return steps.stream().anyMatch(s -> s instanceof Step.CompleteNamed);
    }

    /** Here, in another handler of the miniport, or in an action of it. */
    private boolean completes(Handler handler, List<Step> own) {
        List<Step> all = new ArrayList<>(own);
        for (Handler other : miniport.handlers()) {
            all.addAll(Contradictions.flat(other.steps()));
        }
        for (Action action : scenario.actions()) {
            for (Action.Deed deed : action.deeds()) {
                if (deed.subject().equals(miniport.name())) {
                    all.addAll(Contradictions.flat(List.of(deed.step())));
                }
            }
        }
        return all.stream().anyMatch(step -> fits(handler.occasion(), step));
    }

    private static boolean fits(Occasion occasion, Step step) {
        return switch (occasion) {
            case RESET -> step instanceof Step.CompleteReset;
            case REQUEST -> step instanceof Step.CompleteRequests || step instanceof Step.CompleteNamed;
            case INITIALIZE -> false;
            default -> step instanceof Step.Complete complete && complete.occasion() == occasion;
        };
    }
}
