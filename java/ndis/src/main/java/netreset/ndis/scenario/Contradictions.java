// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.ndis.NdisStatus;
import netreset.ndis.rules.Profile;
import org.jspecify.annotations.Nullable;

/** What can't be meant, though each statement of it can be understood. */
final class Contradictions {
    private final Scenario scenario;
    private final Map<String, Set<String>> bound = new HashMap<>();
    private final Map<String, Declaration.Miniport> miniports = new LinkedHashMap<>();

    private Contradictions(Scenario scenario) {
        this.scenario = scenario;
    }

    static void check(Scenario scenario) throws MalformedScenarioException {
        new Contradictions(scenario).check();
    }

    private void check() throws MalformedScenarioException {
        Set<String> held = new HashSet<>();
        for (Declaration declaration : scenario.declarations()) {
            if (declaration instanceof Declaration.Miniport miniport) {
                miniports.put(miniport.name(), miniport);
            } else if (declaration instanceof Declaration.Protocol protocol) {
                bound.put(protocol.name(), new LinkedHashSet<>(protocol.adapters()));
                checkProtocol(protocol);
            } else if (declaration instanceof Declaration.HeldSend || declaration instanceof Declaration.HeldRequest) {
                if (!held.add(declaration.name())) {
                    throw Cursor.wrong(declaration.at(), "'" + declaration.name() + "' is held already");
                }
            }
        }
        checkActions();
        for (Declaration.Miniport miniport : miniports.values()) {
            new HandlerCheck(scenario, miniport).check();
        }
        for (Declaration declaration : scenario.declarations()) {
            checkBinding(declaration);
        }
    }

    private void checkActions() throws MalformedScenarioException {
        for (Action action : scenario.actions()) {
            if (action.nanos() > scenario.settings().limitNanos()) {
                Place limit = scenario.settings().limitAt();
                throw Cursor.wrong(
                        action.at(),
                        "this would be after the scenario's end"
                                + (limit == null
                                        ? ", which is at 60s unless 'limit' says otherwise"
                                        : " (line " + limit.line() + ")"));
            }
            for (Action.Deed deed : action.deeds()) {
                checkDeed(deed);
            }
        }
    }

    private void checkDeed(Action.Deed deed) throws MalformedScenarioException {
        Step step = deed.step();
        Declaration.Miniport miniport = miniports.get(deed.subject());
        if (step instanceof Step.BySystem system && system.verb() == Step.SystemVerb.BINDS) {
            bound.computeIfAbsent(String.valueOf(system.other()), p -> new LinkedHashSet<>())
                    .add(system.adapter());
        } else if (miniport != null) {
            checkMiniportDeed(step);
            DriverCheck.check(miniport, step);
        } else if (bound.containsKey(deed.subject())) {
            checkTarget(deed.subject(), step);
            if (step instanceof Step.OnVc vc) {
                checkRole(deed.subject(), vc);
            }
        }
    }

    private void checkRole(String protocol, Step.OnVc step) throws MalformedScenarioException {
        Declaration.Role role = Declaration.Role.CONNECTIONLESS;
        for (Declaration declaration : scenario.declarations()) {
            if (declaration instanceof Declaration.Protocol says && says.name().equals(protocol)) {
                role = says.role();
            }
        }
        boolean fits = switch (step.verb()) {
            case ACTIVATES, DEACTIVATES -> role == Declaration.Role.CALL_MANAGER;
            case CREATES, MAKES_CALL -> role == Declaration.Role.CLIENT;
            case DELETES, CLOSES_CALL -> role != Declaration.Role.CONNECTIONLESS;
        };
        if (!fits) {
            String who = step.verb() == Step.VcVerb.ACTIVATES || step.verb() == Step.VcVerb.DEACTIVATES
                    ? "a call manager does"
                    : "a client does";
            throw Cursor.wrong(step.at(), "'" + protocol + "' can't do this: " + who);
        }
    }

    private static void checkMiniportDeed(Step step) throws MalformedScenarioException {
        if (step instanceof Step.Return
                || step instanceof Step.Answer
                || step instanceof Step.Keep
                || step instanceof Step.NeverComplete
                || (step instanceof Step.CompleteSends sends && !sends.all())
                || (step instanceof Step.CompleteRequests requests && !requests.all())) {
            throw Cursor.wrong(step.at(), "only a handler does this: there is nothing here that it could mean");
        }
    }

    private void checkProtocol(Declaration.Protocol protocol) throws MalformedScenarioException {
        for (Handler handler : protocol.handlers()) {
            for (Step step : handler.steps()) {
                checkTarget(protocol.name(), step);
            }
        }
    }

    private void checkTarget(String protocol, Step step) throws MalformedScenarioException {
        String target = null;
        if (step instanceof Step.Send send) {
            target = send.target();
        } else if (step instanceof Step.Request request) {
            target = request.target();
        } else if (step instanceof Step.AskForReset ask) {
            target = ask.adapter();
            if (scenario.settings().profile() != Profile.NDIS_5) {
                throw Cursor.wrong(step.at(), "protocols can ask for a reset in NDIS 5 only (profile ndis 5)");
            }
        }
        Set<String> adapters = bound.getOrDefault(protocol, Set.of());
        if (target == null && (step instanceof Step.Send || step instanceof Step.Request) && adapters.size() > 1) {
            throw Cursor.wrong(step.at(), "say on which adapter: '" + protocol + "' is bound to " + adapters.size());
        }
        if (isAdapter(target) && !adapters.contains(target)) {
            throw Cursor.wrong(step.at(), "'" + protocol + "' is not bound to '" + target + "'");
        }
    }

    private boolean isAdapter(@Nullable String target) {
        return target != null && (miniports.containsKey(target) || isVirtual(target));
    }

    private boolean isVirtual(String name) {
        for (Declaration declaration : scenario.declarations()) {
            if (declaration instanceof Declaration.Intermediate between
                    && between.virtual().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void checkBinding(Declaration declaration) throws MalformedScenarioException {
        if (declaration instanceof Declaration.HeldSend held && miniports.containsKey(held.target())) {
            checkHeld(held.at(), held.protocol(), held.target());
            checkHolder(held.at(), held.target());
        } else if (declaration instanceof Declaration.HeldRequest held) {
            checkHeld(held.at(), held.protocol(), held.adapter());
            checkHolder(held.at(), held.adapter());
        } else if (declaration instanceof Declaration.Vc vc) {
            checkVc(vc);
        } else if (declaration instanceof Declaration.AddressFamily family) {
            checkFamily(family);
        }
    }

    private void checkHeld(Place at, String protocol, String adapter) throws MalformedScenarioException {
        if (!bound.getOrDefault(protocol, Set.of()).contains(adapter)) {
            throw Cursor.wrong(at, "'" + protocol + "' is not bound to '" + adapter + "'");
        }
    }

    private void checkHolder(Place at, String adapter) throws MalformedScenarioException {
        Declaration.Miniport miniport = miniports.get(adapter);
        if (miniport == null || !miniport.isScripted()) {
            throw Cursor.wrong(at, "only a scripted miniport can be told to hold something");
        }
        if (miniport.traits().initializeNanos() > 0) {
            throw Cursor.wrong(at, "'" + adapter + "' can't have anything yet, as initialising takes time");
        }
    }

    /** An MCM activates and deactivates at once: NDIS never sees its connections on the way. */
    private void checkVc(Declaration.Vc vc) throws MalformedScenarioException {
        boolean lasting = vc.state() == Declaration.VcState.CREATED || vc.state() == Declaration.VcState.ACTIVE;
        for (Declaration declaration : scenario.declarations()) {
            if (!lasting
                    && declaration instanceof Declaration.AddressFamily family
                    && family.name().equals(vc.family())
                    && family.manager() == null) {
                throw Cursor.wrong(vc.at(), "a miniport that is its own call manager has no connection that is "
                        + vc.state().word() + "; only created or active ones");
            }
        }
    }

    private void checkFamily(Declaration.AddressFamily family) throws MalformedScenarioException {
        checkHeld(family.at(), family.client(), family.adapter());
        Declaration.Miniport miniport = miniports.get(family.adapter());
        if (family.manager() != null) {
            checkHeld(family.at(), family.manager(), family.adapter());
        } else if (miniport == null || !miniport.traits().callManager()) {
            throw Cursor.wrong(
                    family.at(),
                    "'" + family.adapter() + "' is not its own call manager: say with which the family is opened");
        }
        if (miniport == null || !miniport.traits().connectionOriented()) {
            throw Cursor.wrong(family.at(), "'" + family.adapter() + "' is not connection-oriented");
        }
    }

    static boolean isPending(Step step) {
        return step instanceof Step.Return result && result.status().equals(NdisStatus.PENDING);
    }

    static List<Step> flat(List<Step> steps) {
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(step);
            if (step instanceof Step.Later later) {
                all.addAll(flat(later.steps()));
            }
        }
        return all;
    }
}
