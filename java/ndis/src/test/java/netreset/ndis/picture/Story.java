// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Irql;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Events by hand: who runs, when, and what happens. */
final class Story {
    private final List<Event> events = new ArrayList<>();
    private String agent = "worker";
    private int irql = Irql.PASSIVE;
    private long now;
    private @Nullable String adapter = "nic0";
    private boolean real;

    Story on(String agent, int irql) {
        this.agent = agent;
        this.irql = irql;
        return this;
    }

    Story atMicros(long micros) {
        now = micros * 1000;
        return this;
    }

    Story about(String adapter) {
        this.adapter = adapter;
        return this;
    }

    /** What follows is a real device's doing, or the model's again. */
    Story real(boolean real) {
        this.real = real;
        return this;
    }

    Story say(What what, String from, @Nullable String to) {
        return add(what, from, to, null, null, 0, null, 0, null);
    }

    Story say(What what, String from, @Nullable String to, String text) {
        return add(what, from, to, null, null, 0, null, 0, text);
    }

    Story status(What what, String from, @Nullable String to, NdisStatus status) {
        return add(what, from, to, null, status, 0, null, 0, null);
    }

    Story nbl(What what, String from, String to, String nbl, @Nullable NdisStatus status) {
        return add(what, from, to, null, status, 0, nbl, 0, null);
    }

    Story oid(What what, String from, String to, int oid, String request, @Nullable NdisStatus status) {
        return add(what, from, to, null, status, oid, request, 0, null);
    }

    Story vc(What what, String from, String to, String vc, @Nullable NdisStatus status) {
        return add(what, from, to, vc, status, 0, null, 0, null);
    }

    Story rule(What what, String from, int rule, String text) {
        return add(what, from, null, null, null, 0, null, rule, text);
    }

    Story add(
            What what,
            String from,
            @Nullable String to,
            @Nullable String vc,
            @Nullable NdisStatus status,
            int oid,
            @Nullable String nbl,
            int rule,
            @Nullable String text) {
        long seq = events.size() + 1L;
        events.add(new Event(seq, now, agent, irql, what, adapter, from, to, vc, status, oid, nbl, rule, text, real));
        return this;
    }

    List<Event> events() {
        return List.copyOf(events);
    }
}
