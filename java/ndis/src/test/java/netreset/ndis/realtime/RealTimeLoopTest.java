// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreset.ndis.AdapterContext;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.Ndis;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.library.Settings;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Fifo;
import netreset.ndis.sim.Simulation;
import netreset.ndis.trace.EventLog;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTimeLoopTest {
    private final Simulation simulation = new Simulation(Fifo.FIFO, 0);
    private final EventLog log = new EventLog();
    private final NdisLibrary ndis = new NdisLibrary(Settings.of(Profile.NDIS_6_30), simulation, log);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final RealTimeLoop loop = new RealTimeLoop(simulation, "loop", failures::add);

    private record Nic(Ndis ndis) implements MiniportDriver<Nic.Port> {
        record Port(MiniportAdapterHandle handle) implements AdapterContext {}

        @Override
        public Port newContext(MiniportAdapterHandle handle) {
            return new Port(handle);
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aResetRunsOnTheLoop() {
        loop.call(() -> {
            ndis.addAdapter(ndis.NdisMRegisterMiniportDriver(new Nic(ndis), MiniportCharacteristics.of("nic")), "nic0");
            return true;
        });
        loop.call(() -> {
            ndis.NdisMResetMiniport(ndis.adapter("nic0").handle());
            return true;
        });

        assertThat(loop.call(() -> ndis.adapter("nic0").resetCounts())).isEqualTo(1);
        List<What> kinds =
                loop.call(() -> log.events().stream().map(e -> e.what()).toList());
        assertThat(kinds).containsSubsequence(What.RESET_TRIGGER, What.RESET_HANDLER, What.RESET_DONE);
        assertThat(failures).isEmpty();
    }

    @Test
    void aTimerComesWhenItsTimeHasCome() throws InterruptedException {
        CountDownLatch rung = new CountDownLatch(1);
        long begin = System.nanoTime();
        loop.call(() -> {
            ndis.addAdapter(ndis.NdisMRegisterMiniportDriver(new Nic(ndis), MiniportCharacteristics.of("nic")), "nic0");
            return ndis.NdisSetTimerObject(
                    ndis.NdisAllocateTimerObject(ndis.adapter("nic0").handle(), "alarm", rung::countDown),
                    TimeUnit.MILLISECONDS.toNanos(50),
                    0);
        });

        assertThat(rung.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
    }

    @Test
    void whatAnActionThrowsIsTold() {
        loop.post(() -> {
            throw new IllegalStateException("posted");
        });
        assertThatThrownBy(() -> loop.call(() -> {
                    throw new IllegalStateException("called");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("called");

        assertThat(loop.call(() -> "goes on")).isEqualTo("goes on");
        assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("posted"));
    }

    @Test
    void aClosedLoopDoesNothing() {
        CountDownLatch done = new CountDownLatch(1);
        loop.post(done::countDown);
        loop.close();

        assertThat(done.getCount()).isZero();
        assertThat(loop.post(() -> failures.add(new AssertionError("too late"))))
                .isFalse();
        assertThatThrownBy(() -> loop.call(() -> true)).isInstanceOf(IllegalStateException.class);
        assertThat(failures).isEmpty();
    }

    @Test
    void theLoopMayCallAndCloseItself() {
        assertThat(loop.call(() -> loop.call(() -> "inner"))).isEqualTo("inner");
        loop.call(() -> {
            loop.close();
            return true;
        });
        assertThat(loop.post(() -> {})).isFalse();
    }
}
