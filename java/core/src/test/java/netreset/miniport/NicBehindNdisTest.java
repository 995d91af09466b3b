// SPDX-License-Identifier: Apache-2.0
package netreset.miniport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import netreset.DeviceId;
import netreset.Outcome;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetListener;
import netreset.ResetPlan;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Scope;
import netreset.linux.FakeKernel;
import netreset.linux.FakeNic;
import netreset.linux.LinuxNics;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole resets of a fake kernel's NIC behind the model. The driver is one that does all within the call. */
@Timeout(60)
class NicBehindNdisTest {
    private static final String SYNCHRONOUS = "gve";
    private static final ResetRequest REQUEST =
            ResetRequest.of("ndis:eth1").withScope(Scope.of("mac", "phy")).withTimeout(Duration.ofSeconds(5));

    private final FakeKernel kernel = new FakeKernel();
    private final FakeNic nic = kernel.add("eth1");

    private record NicsOf(LinuxNics nics) implements NdisTargets.Nics {
        @Override
        public ResetPlan plan(ResetRequest request) throws ResetException {
            return nics.plan(request);
        }

        @Override
        public ResetReport reset(ResetRequest request, ResetListener listener) throws ResetException {
            return nics.reset(request, listener);
        }
    }

    @BeforeEach
    void aDriverThatResetsEverything() {
        nic.resets(SYNCHRONOUS);
    }

    private Hardware hardware(ResetRequest request) throws ResetException {
        return NdisTargets.over(new NicsOf(kernel.nics()), request);
    }

    private ResetException refusal(ResetRequest request) {
        return catchThrowableOfType(ResetException.class, () -> hardware(request));
    }

    /** Resets all but these bits, while the carrier goes and comes back. */
    private void driver(int unreset) {
        nic.resets(SYNCHRONOUS, flags -> {
            nic.loseCarrier();
            CompletableFuture<?> unused = CompletableFuture.runAsync(
                    nic::regainCarrier, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
            flags[0] &= unreset;
            return 0;
        });
    }

    @Test
    void aWholeResetIsASuccessWithTheLinksWayDownAndUp() throws ResetException {
        driver(0);
        try (Bench bench = new Bench(hardware(REQUEST))) {
            ResetReport report = bench.adapter.reset();

            assertThat(report.outcome()).isEqualTo(Outcome.RECOVERED);
            assertThat(report.id()).isEqualTo(new DeviceId("ndis", "eth1"));
            assertThat(report.method()).isEqualTo("ndis");
            assertThat(report.simulated()).isFalse();
            assertThat(report.performed().bits()).isEqualTo(0x60);
            assertThat(nic.resets).isEqualTo(1);
            assertThat(bench.completion()).isEqualTo(NdisStatus.SUCCESS);
            assertThat(bench.witness.told)
                    .containsExactly("RESET_START", "LINK_STATE DISCONNECTED", "LINK_STATE CONNECTED", "RESET_END");
            assertThat(bench.all(What.DEVICE))
                    .isNotEmpty()
                    .allMatch(event -> event.real() && event.from().equals("hardware nic:eth1"));
            assertThat(bench.adapter.violations()).isEmpty();
        }
    }

    @Test
    void aPartIsSoftErrors() throws ResetException {
        driver(0x40);
        try (Bench bench = new Bench(hardware(REQUEST))) {
            assertThat(bench.adapter.reset().outcome()).isEqualTo(Outcome.PARTIAL);

            assertThat(bench.completion()).isEqualTo(NdisStatus.SOFT_ERRORS);
            assertThat(bench.all(What.ERROR_LOG).get(0).text()).contains("not reset: phy");
            assertThat(bench.only(What.ERROR_LOG)).isLessThan(bench.only(What.RESET_COMPLETE));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, EPERM", "16, EBUSY", "5, EIO"})
    void anErrorOfTheKernelIsHardErrorsAndNamed(int errno, String symbol) throws ResetException {
        nic.resets(SYNCHRONOUS, flags -> -errno);
        try (Bench bench = new Bench(hardware(REQUEST))) {
            try {
                assertThat(bench.adapter.reset().outcome()).isEqualTo(Outcome.FAILED);
            } catch (ResetException e) {
                assertThat(e.code().symbol()).isEqualTo(symbol);
            }

            assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
            assertThat(bench.all(What.ERROR_LOG).get(0).text()).contains(symbol);
            assertThat(bench.only(What.ERROR_LOG)).isLessThan(bench.only(What.RESET_COMPLETE));
            assertThat(bench.all(What.HALT)).isEmpty();
            assertThat(nic.resets).as("not repeated").isEqualTo(1);
            bench.assertTold();
        }
    }

    @Test
    void aNicThatStaysAwayIsRemoved() throws ResetException {
        nic.resets(SYNCHRONOUS, flags -> {
            CompletableFuture<?> unused = CompletableFuture.runAsync(
                    () -> kernel.remove(nic), CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            flags[0] = 0;
            return 0;
        });
        try (Bench bench = new Bench(hardware(REQUEST.withTimeout(Duration.ofMillis(800))))) {
            assertThat(bench.adapter.reset().outcome()).isEqualTo(Outcome.STRANDED);

            assertThat(bench.only(What.HALT)).isGreaterThan(bench.only(What.RESET_COMPLETE));
            bench.assertTold();
        }
    }

    @Test
    void aNicThatWentAwaySinceIsRemoved() throws ResetException {
        try (Bench bench = new Bench(hardware(REQUEST))) {
            kernel.remove(nic);
            assertThat(catchThrowableOfType(ResetException.class, bench.adapter::reset)
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);

            assertThat(bench.only(What.HALT)).isGreaterThan(bench.only(What.RESET_COMPLETE));
            assertThat(nic.resets).isZero();
        }
    }

    @Test
    void whereThereIsNoResetThereIsNoAdapter() {
        nic.resets("e1000e", null);
        assertThat(refusal(REQUEST).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal(ResetRequest.of("ndis:lo")).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal(ResetRequest.of("ndis:nosuch")).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void withoutPrivilegeItIsHardErrorsAndTheDriverIsNotCalled() throws ResetException {
        kernel.privileged = false;
        try (Bench bench = new Bench(hardware(REQUEST))) {
            assertThat(catchThrowableOfType(ResetException.class, bench.adapter::reset)
                            .reason())
                    .isEqualTo(Reason.PERMISSION_DENIED);

            assertThat(bench.completion()).isEqualTo(NdisStatus.HARD_ERRORS);
            assertThat(nic.resets).isZero();
        }
    }
}
