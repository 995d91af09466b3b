// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.trace.Event;
import netreset.ndis.trace.What;

/** An adapter over hardware, with a {@link Witness} bound to it, and all that its trace had. */
final class Bench implements AutoCloseable {
    final List<Event> events = new CopyOnWriteArrayList<>();
    final NdisAdapter adapter;
    Witness witness;

    Bench(Hardware hardware) {
        this(hardware, Witness::new);
    }

    Bench(Hardware hardware, Function<Ndis, Witness> maker) {
        List<Function<Ndis, ProtocolDriver<?>>> protocols = List.of(ndis -> {
            witness = maker.apply(ndis);
            return witness;
        });
        adapter = new NdisAdapter("eth1", hardware, events::add, protocols);
    }

    /** From a thread that isn't the adapter's. */
    void send(String name) {
        adapter.call(() -> {
            witness.send(name);
            return true;
        });
    }

    List<Event> all(What what) {
        return events.stream().filter(event -> event.what() == what).toList();
    }

    /** The place in the log of the only event of its kind. */
    long only(What what) {
        assertThat(all(what)).as("%s in %s", what, events).hasSize(1);
        return all(what).get(0).seq();
    }

    /** The place in the log where the witness is told a status for the first time. */
    long told(NdisStatus status) {
        return all(What.STATUS).stream()
                .filter(event -> status.equals(event.status()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + status + " in " + events))
                .seq();
    }

    /** What NdisMResetComplete was called with. */
    NdisStatus completion() {
        only(What.RESET_COMPLETE);
        return all(What.RESET_COMPLETE).get(0).status();
    }

    /** Whatever came of it, those above were told of its begin and its end, and no rule was broken. */
    void assertTold() {
        assertThat(witness.told.stream().filter(line -> line.startsWith("RESET_")))
                .containsExactly("RESET_START", "RESET_END");
        assertThat(adapter.violations()).isEmpty();
    }

    @Override
    public void close() {
        adapter.close();
    }
}
