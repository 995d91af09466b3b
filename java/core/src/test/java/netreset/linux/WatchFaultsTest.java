// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import netreset.DeviceId;
import netreset.NicEvent;
import netreset.NicWatch;
import netreset.ResetException;
import netreset.linux.FakeDevlink.FakeInstance;
import netreset.linux.FakeDevlink.FakeReporter;
import netreset.linux.abi.Errno;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions of a watch that the kernel doesn't answer. */
class WatchFaultsTest extends LadderBase {
    private static final NicWatch.Options OFTEN =
            new NicWatch.Options(Duration.ofMillis(10), 6, Duration.ofSeconds(10));

    private FakeNic nic;
    private FakeReporter reporter;

    @BeforeEach
    void aNicWithHealth() {
        nic = machine.function("eth1", "mlx5_core", null).nic;
        FakeInstance instance = machine.kernel.devlink.add("pci", nic.address);
        instance.port = nic;
        reporter = new FakeReporter("tx", 0);
        instance.reporters.add(reporter);
    }

    private NicWatch begin() throws ResetException {
        return machine.nics().watch(List.of(DeviceId.parse("nic:eth1")), OFTEN);
    }

    private void failing(int times, int errno) {
        machine.kernel.devlink.healthErrors.addAll(Collections.nCopies(times, errno));
    }

    private static NicEvent first(NicWatch watch) throws ResetException, InterruptedException {
        for (int tries = 0; tries < 500; tries++) {
            for (NicEvent event : watch.await(Duration.ofMillis(20))) {
                return event;
            }
        }
        throw new AssertionError("nothing was told");
    }

    @Test
    void aDeviceThatGoesWhileItIsAskedEndsNoWatch() throws Exception {
        try (NicWatch watch = begin()) {
            failing(50, Errno.ENODEV);
            reporter.state = 1;
            assertThat(first(watch).what()).isEqualTo(NicEvent.What.REPORTER_ERROR);
        }
    }

    @Test
    void aFewFailuresInARowEndNoWatch() throws Exception {
        try (NicWatch watch = begin()) {
            failing(4, Errno.ENOBUFS);
            reporter.state = 1;
            assertThat(first(watch).what()).isEqualTo(NicEvent.What.REPORTER_ERROR);
        }
    }

    @Test
    void aWatchThatHasBecomeBlindEndsAndSaysWhy() throws Exception {
        try (NicWatch watch = begin()) {
            failing(5, Errno.EPERM);
            assertThatThrownBy(() -> first(watch))
                    .isInstanceOf(ResetException.class)
                    .hasMessageContainingAll("the watch has ended", "EPERM");
        }
    }

    private void overrun(int dumps) {
        synchronized (machine.kernel) {
            machine.kernel.overrunDumps = dumps;
            nic.carrier = false; // and nobody is notified
            nic.downs++;
            machine.kernel.loseNotifications();
        }
    }

    /** RouteSocket asks five times: four looks in vain are no fault yet. */
    @Rule("L61")
    @Test
    void whenTheQueueOverrunsAndAllLinksReadAnewDoTooTheyAreReadOnceMore() throws Exception {
        try (NicWatch watch = begin()) {
            overrun(20);
            assertThat(first(watch).what()).isEqualTo(NicEvent.What.NOTIFICATIONS_LOST);
            NicEvent missed = first(watch);
            assertThat(missed.what()).isEqualTo(NicEvent.What.CARRIER_LOST);
            assertThat(missed.approximate()).isTrue();
        }
    }

    @Rule("L61")
    @Test
    void aWatchThatCantLearnWhatItMissedEndsAndSaysWhy() throws Exception {
        try (NicWatch watch = begin()) {
            overrun(Integer.MAX_VALUE);
            assertThat(first(watch).what()).isEqualTo(NicEvent.What.NOTIFICATIONS_LOST);
            assertThatThrownBy(() -> first(watch))
                    .isInstanceOf(ResetException.class)
                    .hasMessageContainingAll("the watch has ended", "notifications were lost");
        }
    }

    /** As on a machine whose links change all the time: its notifications tell. */
    @Test
    void dumpsThatAreLostEndNoWatchThatMissedNothing() throws Exception {
        try (NicWatch watch = begin()) {
            synchronized (machine.kernel) {
                machine.kernel.overrunDumps = Integer.MAX_VALUE;
            }
            Thread.sleep(300);
            nic.loseCarrier();
            assertThat(first(watch).what()).isEqualTo(NicEvent.What.CARRIER_LOST);
        }
    }
}
