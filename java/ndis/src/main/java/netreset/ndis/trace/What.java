// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.trace;

import java.util.Locale;

/** Kinds of events. */
public enum What {
    /** A driver asks for a reset: NdisMResetMiniport, or NdisReset in NDIS 5. */
    RESET_REQUEST,
    /** A request that came to nothing, as one is queued or active already, or nothing can be reset; the text says which. */
    RESET_REQUEST_DROPPED,
    /** A reset is going to be: its number and its reason are in the text. */
    RESET_TRIGGER,
    GATE_CLOSE,
    GATE_OPEN,
    /** A status indication reaches a filter or a binding. */
    STATUS,
    /** A filter kept a status indication to itself. */
    STATUS_SWALLOWED,
    /** The miniport indicates a status: NdisMIndicateStatusEx, NdisMCoIndicateStatusEx. */
    INDICATE_STATUS,
    /** MiniportResetEx is entered. */
    RESET_HANDLER,
    /** MiniportResetEx returns. */
    RESET_HANDLER_RETURN,
    /** NdisMResetComplete is called. */
    RESET_COMPLETE,
    /** All of a reset is over; its number and result are in the text. */
    RESET_DONE,
    /** NDIS sets again what a reset has lost. */
    RESTORE_OID,
    CHECK_FOR_HANG,
    SEND,
    SEND_REFUSED,
    /** The miniport is given a net buffer list. */
    SEND_TO_MINIPORT,
    /** The miniport gives a net buffer list back. */
    SEND_COMPLETE,
    CANCEL_SEND,
    OID_REQUEST,
    OID_REFUSED,
    OID_TO_MINIPORT,
    OID_COMPLETE,
    CANCEL_OID,
    RECEIVE,
    RETURN,
    ERROR_LOG,
    STALL,
    LOCK,
    UNLOCK,
    INTERRUPT,
    DPC,
    TIMER,
    WORK_ITEM,
    INITIALIZE,
    INITIALIZE_RETURN,
    PAUSE,
    PAUSE_COMPLETE,
    RESTART,
    RESTART_COMPLETE,
    HALT,
    SHUTDOWN,
    PNP_EVENT,
    POWER,
    REMOVE,
    BIND,
    UNBIND,
    ATTACH,
    DETACH,
    VC_CREATE,
    VC_ACTIVATE,
    VC_ACTIVATED,
    VC_DEACTIVATE,
    VC_DEACTIVATED,
    VC_DELETE,
    /** A call was closed, by whichever side; a consequence of a reset, or none. */
    CALL_CLOSE,
    /** Something of an address family, SAP or party; the text says what. */
    CO_OBJECT,
    /** On a real NIC: a call to the kernel, or what it told. */
    DEVICE,
    /** A remark of the model: a lint, an overdue reset, a loop of resets. */
    NOTE,
    /** The contract is broken: the rule is named. */
    VIOLATION,
    /** The contract is broken in a way that stops Windows: the bug check's numbers are in the text. */
    BUG_CHECK;

    /** As logs have it: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
