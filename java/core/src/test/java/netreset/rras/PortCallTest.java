// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset, disconnect and clearing; and what their codes mean. */
class PortCallTest {
    private static final long HANDLE = 0x8000_0000_8000_0004L;

    private final FakeServer server = new FakeServer();

    @BeforeEach
    void onePort() {
        server.ports.add(new FakePort(HANDLE, "VPN2-4"));
    }

    @Rule({"P13", "P35"})
    @Test
    void aResetIsThatCallAndNoOther() throws ResetException {
        try (RasServer ras = server.connect()) {
            RasPort port = ras.ports().get(0);
            server.log.clear();
            PortResult result = ras.reset(port);
            assertThat(List.copyOf(server.log)).containsExactly("MprAdminPortReset 0x1000 0x8000000080000004");
            assertThat(result.status()).isEqualTo(PortResult.Status.ACCEPTED);
            assertThat(result.code()).isNotNull().hasToString("NativeCode[space=win32, value=0, symbol=NO_ERROR]");
            assertThat(result.reason()).isNull();
            assertThat(result.message()).isEqualTo("accepted");
        }
    }

    @Test
    void theOthersAreTheirsAlone() throws ResetException {
        server.connections.add(new FakeConnection(9, "jane"));
        try (RasServer ras = server.connect()) {
            RasListing listing = ras.list();
            server.log.clear();
            assertThat(ras.disconnect(listing.ports().get(0)).isAccepted()).isTrue();
            assertThat(ras.clearStatistics(listing.ports().get(0)).isAccepted()).isTrue();
            assertThat(ras.clearStatistics(listing.connections().get(0)).isAccepted())
                    .isTrue();
            assertThat(List.copyOf(server.log))
                    .containsExactly(
                            "MprAdminPortDisconnect 0x1000 0x8000000080000004",
                            "MprAdminPortClearStats 0x1000 0x8000000080000004",
                            "MprAdminConnectionClearStats 0x1000 0x9");
        }
    }

    private PortResult result(MprapiFunction function, int code) throws ResetException {
        server.fail(function, code);
        try (RasServer ras = server.connect()) {
            RasPort port = ras.ports().get(0);
            return switch (function) {
                case PORT_RESET -> ras.reset(port);
                case PORT_DISCONNECT -> ras.disconnect(port);
                default -> ras.clearStatistics(port);
            };
        }
    }

    @Rule({"P38", "P39"})
    @ParameterizedTest
    @CsvSource({
        "PORT_RESET, 87, STALE_PORT",
        "PORT_RESET, 601, STALE_PORT",
        "PORT_RESET, 906, STALE_PORT",
        "PORT_RESET, 905, STALE_PORT",
        "PORT_RESET, 1702, SYSTEM_CALL_FAILED",
        "PORT_CLEAR_STATS, 1702, STALE_PORT",
        "PORT_CLEAR_STATS, 87, STALE_PORT",
        "PORT_DISCONNECT, 87, STALE_PORT",
        "PORT_DISCONNECT, 619, NOT_CONNECTED",
        "PORT_DISCONNECT, 668, NOT_CONNECTED",
        "PORT_RESET, 5, PERMISSION_DENIED",
        "PORT_RESET, 903, DDM_NOT_RUNNING",
        "PORT_RESET, 1062, SERVICE_UNAVAILABLE",
        "PORT_RESET, 1717, SERVICE_UNAVAILABLE",
        "PORT_RESET, 1722, SERVICE_UNAVAILABLE",
        "PORT_RESET, 1753, SERVICE_UNAVAILABLE",
        "PORT_RESET, 120, UNSUPPORTED",
        "PORT_RESET, 4711, SYSTEM_CALL_FAILED"
    })
    void refusals(MprapiFunction function, int code, Reason reason) throws ResetException {
        PortResult result = result(function, code);
        assertThat(result.status()).isEqualTo(PortResult.Status.REFUSED);
        assertThat(result.reason()).isEqualTo(reason);
        assertThat(result.code()).isNotNull().extracting("value").isEqualTo(code);
        assertThat(result.message())
                .startsWith(function.cName())
                .contains(Integer.toString(code))
                .hasLineCount(1);
    }

    @Rule("P39")
    @Test
    void hints() throws ResetException {
        assertThat(result(MprapiFunction.PORT_RESET, 5).message()).contains("administrator", "elevated");
        assertThat(result(MprapiFunction.PORT_RESET, 903).message()).contains("LAN only");
    }

    @Rule("P41")
    @ParameterizedTest
    @ValueSource(ints = {1726, 1818, 1728, 1783, 600})
    void anAnswerThatWasLostIsNotRepeated(int code) throws ResetException {
        PortResult result = result(MprapiFunction.PORT_RESET, code);
        assertThat(result.status()).isEqualTo(PortResult.Status.OUTCOME_UNKNOWN);
        assertThat(result.mayRetry()).isFalse();
        assertThat(server.calls(MprapiFunction.PORT_RESET)).isEqualTo(1);
    }

    @Rule("P42")
    @ParameterizedTest
    @ValueSource(ints = {1723, 1727})
    void aQuestionThatDidNotArriveMayBeRepeatedByWhoAsked(int code) throws ResetException {
        PortResult result = result(MprapiFunction.PORT_DISCONNECT, code);
        assertThat(result.status()).isEqualTo(PortResult.Status.REFUSED);
        assertThat(result.mayRetry()).isTrue();
        assertThat(server.calls(MprapiFunction.PORT_DISCONNECT)).isEqualTo(1);
    }

    @Test
    void aListIsARead() throws ResetException {
        server.fail(MprapiFunction.PORT_ENUM, 1726);
        try (RasServer ras = server.connect()) {
            assertThat(catchThrowableOfType(ResetException.class, ras::ports).reason())
                    .isEqualTo(Reason.SERVICE_UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Win32Code.class)
    void everyKnownCodeHasItsNumberNameAndWords(Win32Code code) throws ResetException {
        int value = code.value();
        PortResult result = result(MprapiFunction.PORT_DISCONNECT, value);
        assertThat(Win32Code.of(value)).isSameAs(code);
        assertThat(result.code()).isNotNull().extracting("symbol").isEqualTo(code.name());
        assertThat(result.message()).contains(code.meaning(), code.name(), Integer.toString(value));
    }

    @Test
    void anAcceptedCallAllocatesNothing() throws ResetException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (RasServer ras = server.connect()) {
            RasPort port = ras.ports().get(0);
            server.allocatesNothing = true;
            long bytes = ras.inSession(session -> {
                session.reset(port);
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 1000; i++) {
                    session.reset(port);
                }
                return threads.getCurrentThreadAllocatedBytes() - before;
            });
            assertThat(bytes).isZero();
        }
    }
}
