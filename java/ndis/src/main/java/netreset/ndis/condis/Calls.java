// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.NdisStatus;
import netreset.ndis.library.Kernel;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Calls on VCs, between clients and call managers. Closing a call leaves its VC. */
final class Calls {
    private final Kernel kernel;

    Calls(Kernel kernel) {
        this.kernel = kernel;
    }

    private static CallManager manager(Vc vc) {
        return vc.family().offer.manager();
    }

    private static ClientDriver<?> client(Vc vc) {
        return vc.family().clientDriver();
    }

    /** Says that a call isn't where it would have to be. */
    private boolean isWrong(Vc vc, boolean right, String name) {
        if (!right || vc.family == null) {
            kernel.note(0, vc.adapter.name(), name + " on " + vc.name() + ", whose call is " + vc.call);
            return true;
        }
        return false;
    }

    NdisStatus make(Vc vc, Object parameters, @Nullable PartyHandle party) {
        if (isWrong(vc, vc.call == Vc.Call.NONE, "NdisClMakeCall")) {
            return NdisStatus.INVALID_STATE;
        }
        vc.call = Vc.Call.OUTGOING;
        event(What.CO_OBJECT, vc, vc.owner.label(), vc.family().offer.label(), null, "call");
        NdisStatus status = kernel.settled(manager(vc).ProtocolCmMakeCall(vc.managerContext, parameters, party));
        if (!status.equals(NdisStatus.PENDING) && vc.call == Vc.Call.OUTGOING) {
            made(vc, status);
        }
        return status;
    }

    private static void made(Vc vc, NdisStatus status) {
        vc.call = status.equals(NdisStatus.SUCCESS) ? Vc.Call.UP : Vc.Call.NONE;
    }

    void makeComplete(Vc vc, NdisStatus status) {
        if (!isWrong(vc, vc.call == Vc.Call.OUTGOING, "NdisCmMakeCallComplete")) {
            made(vc, status);
            client(vc).ProtocolClMakeCallComplete(vc.ownerContext, status);
            kernel.settle();
        }
    }

    NdisStatus close(Vc vc, @Nullable PartyHandle party) {
        boolean open = vc.call != Vc.Call.NONE && vc.call != Vc.Call.CLOSING;
        if (isWrong(vc, open, "NdisClCloseCall")) {
            return NdisStatus.INVALID_STATE;
        }
        vc.call = Vc.Call.CLOSING;
        event(What.CALL_CLOSE, vc, vc.owner.label(), vc.family().offer.label(), null, null);
        NdisStatus status = kernel.settled(manager(vc).ProtocolCmCloseCall(vc.managerContext, party));
        if (!status.equals(NdisStatus.PENDING) && vc.call == Vc.Call.CLOSING) {
            vc.call = Vc.Call.NONE;
        }
        return status;
    }

    void closeComplete(Vc vc, NdisStatus status) {
        if (!isWrong(vc, vc.call == Vc.Call.CLOSING, "NdisCmCloseCallComplete")) {
            vc.call = Vc.Call.NONE;
            client(vc).ProtocolClCloseCallComplete(vc.ownerContext, status);
            kernel.settle();
        }
    }

    NdisStatus incoming(Vc vc, SapHandle sap, Object parameters) {
        if (isWrong(vc, vc.call == Vc.Call.NONE, "NdisCmDispatchIncomingCall")) {
            return NdisStatus.INVALID_STATE;
        }
        vc.call = Vc.Call.INCOMING;
        event(What.CO_OBJECT, vc, vc.family().offer.label(), vc.owner.label(), null, "incoming call");
        NdisStatus status = kernel.settled(client(vc).ProtocolClIncomingCall(sap, vc.ownerContext, parameters));
        if (!status.equals(NdisStatus.PENDING) && vc.call == Vc.Call.INCOMING) {
            made(vc, status);
        }
        return status;
    }

    void incomingComplete(Vc vc, NdisStatus status) {
        if (!isWrong(vc, vc.call == Vc.Call.INCOMING, "NdisClIncomingCallComplete")) {
            made(vc, status);
            manager(vc).ProtocolCmIncomingCallComplete(status, vc.managerContext);
            kernel.settle();
        }
    }

    void connected(Vc vc) {
        if (!isWrong(vc, vc.call == Vc.Call.UP, "NdisCmDispatchCallConnected")) {
            client(vc).ProtocolClCallConnected(vc.ownerContext);
            kernel.settle();
        }
    }

    void incomingClose(Vc vc, NdisStatus why) {
        boolean open = vc.call == Vc.Call.UP || vc.call == Vc.Call.INCOMING;
        if (!isWrong(vc, open, "NdisCmDispatchIncomingCloseCall")) {
            vc.call = Vc.Call.CLOSED_BELOW;
            event(What.CALL_CLOSE, vc, vc.family().offer.label(), vc.owner.label(), why, null);
            client(vc).ProtocolClIncomingCloseCall(why, vc.ownerContext);
            kernel.settle();
        }
    }

    // ---- parties

    NdisStatus add(Party party, Object parameters) {
        NdisStatus status =
                kernel.settled(manager(party.vc).ProtocolCmAddParty(party.vc.managerContext, party.handle, parameters));
        event(
                What.CO_OBJECT,
                party.vc,
                party.vc.owner.label(),
                party.vc.family().offer.label(),
                status,
                "party " + party.handle.name() + " is added");
        return status;
    }

    void addComplete(Party party, NdisStatus status) {
        party.dropped = !status.equals(NdisStatus.SUCCESS);
        client(party.vc).ProtocolClAddPartyComplete(party.handle, status);
        kernel.settle();
    }

    NdisStatus drop(Party party) {
        party.dropped = true;
        String text = "party " + party.handle.name() + " is dropped";
        event(
                What.CO_OBJECT,
                party.vc,
                party.vc.owner.label(),
                party.vc.family().offer.label(),
                null,
                text);
        manager(party.vc).ProtocolCmDropParty(party.handle);
        kernel.settle();
        return NdisStatus.SUCCESS;
    }

    void incomingDrop(Party party, NdisStatus why) {
        client(party.vc).ProtocolClIncomingDropParty(why, party.handle);
        kernel.settle();
    }

    private void event(What what, Vc vc, String from, String to, @Nullable NdisStatus status, @Nullable String text) {
        kernel.log().event(what, vc.adapter.name(), from, to, vc.name(), status, 0, null, 0, text, false);
    }
}
