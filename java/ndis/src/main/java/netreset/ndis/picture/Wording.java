// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.function.IntFunction;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * What pictures say of an event, in NDIS's own words where it has one.
 *
 * @param oids the name of an OID
 */
public record Wording(IntFunction<String> oids) {
    /** OIDs by their number. */
    public static final Wording NUMBERS = new Wording(oid -> String.format("OID 0x%08X", oid));

    private static final int LONGEST = 240;

    /** What happened, with the status, object and remark, on one plain line; who and when are not in it. */
    String of(Event event) {
        if ((event.what() == What.DEVICE || event.what() == What.CO_OBJECT) && event.text() != null) {
            return Plain.brief(event.text(), LONGEST);
        }
        StringBuilder line = new StringBuilder(head(event));
        if (event.vc() != null && !line.toString().contains(event.vc())) {
            line.append(", VC ").append(event.vc());
        }
        if (event.text() != null && !event.text().isEmpty()) {
            line.append(": ").append(event.text());
        }
        return Plain.brief(line.toString(), LONGEST);
    }

    private String head(Event event) {
        return switch (event.what()) {
            case RESET_REQUEST -> resetCall(event);
            case RESET_REQUEST_DROPPED -> "reset request dropped";
            case RESET_TRIGGER -> named(event.adapter()) + " is reset";
            case RESET_DONE -> named(event.adapter()) + "'s reset is over" + withStatus(event);
            case GATE_CLOSE -> "gate of " + named(event.adapter()) + " closes";
            case GATE_OPEN -> "gate of " + named(event.adapter()) + " opens";
            case STATUS -> named(event.status());
            case STATUS_SWALLOWED -> "keeps " + named(event.status()) + " to itself";
            case INDICATE_STATUS -> "indicates " + named(event.status());
            case RESET_HANDLER -> "MiniportResetEx";
            case RESET_HANDLER_RETURN -> "MiniportResetEx returns " + named(event.status());
            case RESET_COMPLETE -> "NdisMResetComplete(" + named(event.status()) + ")";
            case CHECK_FOR_HANG -> "MiniportCheckForHangEx" + withStatus(event);
            case RESTORE_OID -> "restores" + withObject(event) + withStatus(event);
            case VIOLATION -> rule(event) + " is broken";
            case BUG_CHECK -> "BUG CHECK" + (event.rule() == 0 ? "" : ", " + rule(event));
            case NOTE -> event.rule() == 0 ? "note" : "note on " + rule(event);
            default -> call(event);
        };
    }

    private String call(Event event) {
        return switch (event.what()) {
            case SEND, SEND_TO_MINIPORT -> "send" + withObject(event) + withStatus(event);
            case OID_REQUEST, OID_TO_MINIPORT -> "request" + withObject(event) + withStatus(event);
            case SEND_REFUSED, OID_REFUSED -> object(event) + " refused" + withStatus(event);
            case SEND_COMPLETE, OID_COMPLETE -> object(event) + " completed" + withStatus(event);
            case INITIALIZE -> "MiniportInitializeEx";
            case INITIALIZE_RETURN -> "MiniportInitializeEx returns " + named(event.status());
            case PAUSE_COMPLETE -> "pause is complete";
            case RESTART_COMPLETE -> "restart is complete" + withStatus(event);
            case PAUSE -> "MiniportPause" + withStatus(event);
            case RESTART -> "MiniportRestart" + withStatus(event);
            case HALT -> "MiniportHaltEx";
            case SHUTDOWN -> "MiniportShutdownEx";
            case VC_CREATE -> "create VC " + named(event.vc()) + withStatus(event);
            case VC_ACTIVATE -> "activate VC " + named(event.vc()) + withStatus(event);
            case VC_ACTIVATED -> "VC " + named(event.vc()) + " activated" + withStatus(event);
            case VC_DEACTIVATE -> "deactivate VC " + named(event.vc()) + withStatus(event);
            case VC_DEACTIVATED -> "VC " + named(event.vc()) + " deactivated" + withStatus(event);
            case VC_DELETE -> "delete VC " + named(event.vc()) + withStatus(event);
            default -> event.what().word().replace('-', ' ') + withObject(event) + withStatus(event);
        };
    }

    private static String resetCall(Event event) {
        if (event.from().startsWith("protocol ")) {
            return "NdisReset";
        }
        return Role.of(event.from()) == Role.MINIPORT ? "NdisMResetMiniport" : "asks for a reset";
    }

    private String object(Event event) {
        String object = withObject(event).strip();
        return object.isEmpty() ? "request" : object;
    }

    private String withObject(Event event) {
        String nbl = event.nbl() == null ? "" : " " + event.nbl();
        return event.oid() == 0 ? nbl : nbl + " " + oids.apply(event.oid());
    }

    private static String withStatus(Event event) {
        return event.status() == null ? "" : " → " + event.status();
    }

    private static String rule(Event event) {
        return event.rule() == 0 ? "the contract" : "R" + event.rule();
    }

    private static String named(@Nullable String name) {
        return name == null ? "?" : name;
    }

    private static String named(@Nullable NdisStatus status) {
        return status == null ? "a status" : status.toString();
    }
}
