// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.PowerState;
import netreset.ndis.scenario.Step;

/** Does what somebody is said to do at a time. */
record DeedAct(Stage stage) {
    void perform(String subject, Step step) {
        ScriptedMiniport miniport = stage.miniports.get(subject);
        ScriptedProtocol protocol = stage.protocols.get(subject);
        ReadyMiniport ready = stage.ready.get(subject);
        if (step instanceof Step.BySystem system) {
            system(system);
        } else if (ready != null) {
            ready.perform(step);
        } else if (miniport != null) {
            ScriptedAdapter adapter = miniport.adapter();
            if (adapter != null) {
                miniport.act(adapter, null, null).perform(step);
            }
        } else if (protocol != null) {
            new ProtocolAct(stage, protocol, null).perform(step);
        }
    }

    private void system(Step.BySystem system) {
        switch (system.verb()) {
            case PAUSES -> stage.library.pause(system.adapter());
            case RESTARTS -> stage.library.restart(system.adapter());
            case HALTS, REMOVES -> stage.library.halt(system.adapter());
            case PULLS -> stage.library.surpriseRemove(system.adapter());
            case SHUTS_DOWN -> stage.library.shutdown(system.adapter());
            case RESETS -> stage.library.operatorReset(system.adapter());
            case BINDS -> bind(system);
            case UNBINDS -> stage.library.unbind(String.valueOf(system.other()), system.adapter());
            case POWERS -> stage.library.power(system.adapter(), PowerState.valueOf("D" + system.number()));
            case ATTACHES -> attach(String.valueOf(system.other()), system.adapter());
            case DETACHES -> stage.library.detach(String.valueOf(system.other()), system.adapter());
        }
    }

    private void attach(String filter, String adapter) {
        stage.registered(filter);
        stage.library.attach(filter, adapter);
    }

    private void bind(Step.BySystem system) {
        ScriptedProtocol protocol = stage.protocols.get(system.other());
        if (protocol != null) {
            protocol.wants.add(system.adapter());
            stage.library.bind(system.adapter());
        }
    }
}
