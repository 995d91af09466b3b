// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static netreset.ndis.Irql.DISPATCH;
import static netreset.ndis.Irql.PASSIVE;
import static netreset.ndis.trace.What.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/** What resets look like, as lists of events. */
final class Stories {
    static final int PACKET_FILTER = 0x0001010E;
    static final int MULTICAST_LIST = 0x01010103;

    static final Wording WORDING = new Wording(Stories::oid);

    private Stories() {}

    private static String oid(int oid) {
        return switch (oid) {
            case PACKET_FILTER -> "OID_GEN_CURRENT_PACKET_FILTER";
            case MULTICAST_LIST -> "OID_802_3_MULTICAST_LIST";
            default -> String.format("OID 0x%08X", oid);
        };
    }

    /** All of them, by name. */
    static Map<String, List<Event>> all() {
        Map<String, List<Event>> all = new LinkedHashMap<>();
        all.put("synchronous", synchronous());
        all.put("connection-oriented", connectionOriented());
        all.put("broken", broken());
        all.put("real-nic", realNic());
        all.put("crowd", crowd());
        all.put("none", List.of());
        return all;
    }

    /** A synchronous reset with two bindings, and a send that is refused. */
    static List<Event> synchronous() {
        String nic = "miniport nic0";
        String ip = "protocol TCPIP/nic0";
        String lldp = "protocol LLDP/nic0";
        Story story = new Story().on("thread app", PASSIVE);
        story.nbl(SEND, ip, "ndis", "n1", null).nbl(SEND_TO_MINIPORT, "ndis", nic, "n1", null);
        story.say(SEND_TO_MINIPORT, nic, "hardware nic0", "descriptor 7");
        for (int i = 1; i <= 4; i++) {
            story.on("timer nic0", DISPATCH).atMicros(2_000_000L * i);
            if (i < 4) {
                story.say(CHECK_FOR_HANG, "ndis", nic, "no");
            } else {
                story.say(CHECK_FOR_HANG, "ndis", nic, "hung");
            }
        }
        story.on("worker", PASSIVE).say(RESET_TRIGGER, "ndis", null, "number 1, check for hang");
        story.say(GATE_CLOSE, "ndis", null);
        story.status(STATUS, "ndis", "filter WFP", NdisStatus.RESET_START);
        story.status(STATUS, "ndis", ip, NdisStatus.RESET_START);
        story.on("thread app", PASSIVE).nbl(SEND, ip, "ndis", "n2", null);
        story.nbl(SEND_REFUSED, "ndis", ip, "n2", NdisStatus.RESET_IN_PROGRESS);
        story.on("worker", PASSIVE).status(STATUS, "ndis", lldp, NdisStatus.RESET_START);
        story.atMicros(8_000_010).say(RESET_HANDLER, "ndis", nic);
        story.say(INTERRUPT, nic, "hardware nic0", "interrupts off");
        story.nbl(SEND_COMPLETE, nic, "ndis", "n1", NdisStatus.RESET_IN_PROGRESS);
        story.nbl(SEND_COMPLETE, "ndis", ip, "n1", NdisStatus.RESET_IN_PROGRESS);
        story.atMicros(8_010_000).status(RESET_HANDLER_RETURN, nic, "ndis", NdisStatus.SUCCESS);
        story.oid(RESTORE_OID, "ndis", nic, PACKET_FILTER, "r1", NdisStatus.SUCCESS);
        story.oid(RESTORE_OID, "ndis", nic, MULTICAST_LIST, "r2", NdisStatus.SUCCESS);
        story.say(GATE_OPEN, "ndis", null);
        story.status(STATUS, "ndis", "filter WFP", NdisStatus.RESET_END);
        story.status(STATUS, "ndis", ip, NdisStatus.RESET_END);
        story.status(STATUS, "ndis", lldp, NdisStatus.RESET_END);
        story.add(RESET_DONE, "ndis", null, null, NdisStatus.SUCCESS, 0, null, 0, "number 1");
        return story.nbl(SEND, ip, "ndis", "n3", null).events();
    }

    /** A CoNDIS reset: the call manager hears of it before the client, VCs survive, sends and an OID don't. */
    static List<Event> connectionOriented() {
        String nic = "miniport atm0";
        String cm = "callmanager UNI/atm0";
        String client = "client LANE/atm0";
        Story story = new Story().about("atm0").on("thread lane", PASSIVE);
        story.say(CO_OBJECT, client, "ndis", "opens the address family")
                .say(CO_OBJECT, "ndis", cm, "opens the address family");
        story.vc(VC_CREATE, client, "ndis", "v1", null).vc(VC_CREATE, "ndis", nic, "v1", NdisStatus.SUCCESS);
        story.vc(VC_ACTIVATE, cm, nic, "v1", null);
        story.atMicros(40).on("dpc atm0", DISPATCH).vc(VC_ACTIVATED, nic, cm, "v1", NdisStatus.SUCCESS);
        story.on("thread lane", PASSIVE).vc(VC_CREATE, client, nic, "v2", NdisStatus.SUCCESS);
        story.vc(VC_ACTIVATE, cm, nic, "v2", null);
        story.add(SEND_TO_MINIPORT, client, nic, "v1", null, 0, "n1", 0, null);
        story.oid(OID_TO_MINIPORT, "ndis", nic, 0x0001010E, "q1", NdisStatus.PENDING);
        story.atMicros(100).on("dpc atm0", DISPATCH).say(RESET_REQUEST, nic, "ndis", "transmitter stuck");
        story.on("worker", PASSIVE).say(RESET_TRIGGER, "ndis", null, "number 1, asked by the driver");
        story.say(GATE_CLOSE, "ndis", null);
        story.status(STATUS, "ndis", cm, NdisStatus.RESET_START);
        story.status(STATUS, "ndis", client, NdisStatus.RESET_START);
        story.atMicros(120).say(RESET_HANDLER, "ndis", nic);
        story.add(SEND_COMPLETE, nic, client, "v1", NdisStatus.REQUEST_ABORTED, 0, "n1", 0, null);
        story.oid(OID_COMPLETE, nic, "ndis", 0x0001010E, "q1", NdisStatus.REQUEST_ABORTED);
        story.status(RESET_HANDLER_RETURN, nic, "ndis", NdisStatus.PENDING);
        story.on("thread lane", PASSIVE)
                .add(SEND_REFUSED, "ndis", client, "v1", NdisStatus.RESET_IN_PROGRESS, 0, "n2", 0, null);
        story.atMicros(900).on("isr atm0", Irql.DEVICE).say(INTERRUPT, "hardware atm0", nic, "ready");
        story.on("dpc atm0", DISPATCH).vc(VC_ACTIVATED, nic, cm, "v2", NdisStatus.SUCCESS);
        story.status(RESET_COMPLETE, nic, "ndis", NdisStatus.SUCCESS);
        story.on("worker", PASSIVE).say(GATE_OPEN, "ndis", null);
        story.status(STATUS, "ndis", cm, NdisStatus.RESET_END);
        story.status(STATUS, "ndis", client, NdisStatus.RESET_END);
        story.add(RESET_DONE, "ndis", null, null, NdisStatus.SUCCESS, 0, null, 0, "number 1");
        story.vc(VC_DEACTIVATE, cm, nic, "v2", null).vc(VC_DEACTIVATED, nic, cm, "v2", NdisStatus.SUCCESS);
        return story.vc(VC_DELETE, client, nic, "v2", NdisStatus.SUCCESS).events();
    }

    /** A driver that breaks rules until Windows stops. */
    static List<Event> broken() {
        String nic = "miniport nic0";
        Story story =
                new Story().on("worker", PASSIVE).say(RESET_TRIGGER, "ndis", null, "number 1, OID q7 not done in time");
        story.say(GATE_CLOSE, "ndis", null);
        story.status(STATUS, "ndis", "protocol TCPIP/nic0", NdisStatus.RESET_START);
        story.say(RESET_HANDLER, "ndis", nic);
        story.status(INDICATE_STATUS, nic, "ndis", NdisStatus.RESET_START);
        story.rule(VIOLATION, nic, 12, "the miniport indicates RESET_START itself; NDIS does that");
        story.atMicros(3).status(RESET_HANDLER_RETURN, nic, "ndis", NdisStatus.PENDING);
        story.atMicros(50).on("dpc nic0", DISPATCH).status(RESET_COMPLETE, nic, "ndis", NdisStatus.SUCCESS);
        story.rule(
                VIOLATION,
                nic,
                31,
                "net buffer list n1 is still with the miniport as the reset completes; from NDIS 6.30 on it has to be given back before");
        story.on("worker", PASSIVE).say(GATE_OPEN, "ndis", null);
        story.status(STATUS, "ndis", "protocol TCPIP/nic0", NdisStatus.RESET_END);
        story.rule(NOTE, "ndis", 44, "second reset within the same 2 s: a loop?");
        story.atMicros(70).on("dpc nic0", DISPATCH).status(RESET_COMPLETE, nic, "ndis", NdisStatus.SUCCESS);
        return story.rule(
                        BUG_CHECK,
                        "ndis",
                        23,
                        "0x7C BUGCODE_NDIS_DRIVER, 0x0F: NdisMResetComplete without a reset that is pending")
                .events();
    }

    /** A model over a real NIC: what the device did is real, the rest is the model. */
    static List<Event> realNic() {
        String nic = "miniport eth1";
        String hardware = "hardware eth1";
        long t0 = 7_204_113_000L;
        Story story = new Story().about("eth1").atMicros(t0).on("thread cli", PASSIVE);
        story.say(RESET_REQUEST, "protocol netreset/eth1", "ndis");
        story.atMicros(t0 + 21).on("worker", PASSIVE).say(RESET_TRIGGER, "ndis", null, "number 1, asked for");
        story.say(GATE_CLOSE, "ndis", null);
        story.status(STATUS, "ndis", "protocol netreset/eth1", NdisStatus.RESET_START);
        story.say(RESET_HANDLER, "ndis", nic).status(RESET_HANDLER_RETURN, nic, "ndis", NdisStatus.PENDING);
        story.real(true)
                .on("thread eth1", PASSIVE)
                .atMicros(t0 + 90)
                .say(What.DEVICE, nic, hardware, "ETHTOOL_RESET 0x00000040 phy");
        story.atMicros(t0 + 410).say(What.DEVICE, hardware, nic, "carrier down");
        story.real(false).on("dpc eth1", DISPATCH).status(INDICATE_STATUS, nic, "ndis", NdisStatus.LINK_STATE);
        story.status(STATUS, "ndis", "protocol netreset/eth1", NdisStatus.LINK_STATE);
        story.real(true)
                .on("thread eth1", PASSIVE)
                .atMicros(t0 + 1_304)
                .say(What.DEVICE, hardware, nic, "ETHTOOL_RESET returned 0, left 0x00000000");
        story.atMicros(t0 + 701_833).say(What.DEVICE, hardware, nic, "carrier up, 1000 Mbit/s");
        story.real(false).on("dpc eth1", DISPATCH).status(INDICATE_STATUS, nic, "ndis", NdisStatus.LINK_STATE);
        story.status(STATUS, "ndis", "protocol netreset/eth1", NdisStatus.LINK_STATE);
        story.on("worker", PASSIVE).status(RESET_COMPLETE, nic, "ndis", NdisStatus.SUCCESS);
        story.say(GATE_OPEN, "ndis", null);
        story.status(STATUS, "ndis", "protocol netreset/eth1", NdisStatus.RESET_END);
        return story.add(RESET_DONE, "ndis", null, null, NdisStatus.SUCCESS, 0, null, 0, "number 1")
                .events();
    }

    /** Twelve participants, two adapters whose resets overlap, long names. */
    static List<Event> crowd() {
        Story story = new Story().on("worker", PASSIVE);
        String[] protocols = {
            "protocol TCPIP/nic0",
            "protocol TCPIP6/nic0",
            "protocol LLDP/nic0",
            "protocol A Protocol With A Really Long Name Ltd/nic0",
            "client LANE/nic1",
            "callmanager UNI/nic1"
        };
        String[] filters = {"filter WFP lower", "filter QoS Packet Scheduler"};
        for (String nic : List.of("nic0", "nic1")) {
            story.about(nic).say(GATE_CLOSE, "ndis", null);
            for (String filter : filters) {
                story.status(STATUS, "ndis", filter, NdisStatus.RESET_START);
            }
            for (String protocol : protocols) {
                if (protocol.endsWith(nic)) {
                    story.status(STATUS, "ndis", protocol, NdisStatus.RESET_START);
                }
            }
            story.atMicros(50).say(RESET_HANDLER, "ndis", "miniport " + nic);
            story.say(
                    What.DEVICE,
                    "miniport " + nic,
                    "hardware " + nic,
                    "resets the whole of the chip, PHY included, through the configuration space");
        }
        for (String nic : List.of("nic0", "nic1")) {
            story.about(nic).atMicros(nic.equals("nic0") ? 700 : 900);
            story.status(RESET_HANDLER_RETURN, "miniport " + nic, "ndis", NdisStatus.SOFT_ERRORS);
            story.oid(
                    RESTORE_OID,
                    "ndis",
                    "miniport " + nic,
                    MULTICAST_LIST,
                    "a-request-with-a-name-that-goes-on",
                    NdisStatus.SUCCESS);
            story.say(GATE_OPEN, "ndis", null);
            for (String protocol : protocols) {
                if (protocol.endsWith(nic)) {
                    story.status(STATUS, "ndis", protocol, NdisStatus.RESET_END);
                }
            }
        }
        return story.events();
    }
}
