// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceStateTest {
    private final FakeServer server = new FakeServer();

    private ServiceState state() throws ResetException {
        try (RasServer ras = server.connect()) {
            return ras.serviceState();
        }
    }

    @Rule("P23")
    @Test
    void connectingSaysNothingOfTheService() throws ResetException {
        server.failAlways(MprapiFunction.IS_SERVICE_INITIALIZED, 1062);
        assertThat(state()).isEqualTo(ServiceState.STOPPED);
        assertThat(server.log).contains("MprAdminIsServiceInitialized NULL");
    }

    @Rule("P24")
    @ParameterizedTest
    @CsvSource({
        "5, ACCESS_DENIED",
        "1062, STOPPED",
        "1753, STOPPED",
        "1060, ABSENT",
        "1717, ABSENT",
        "1715, ABSENT",
        "1722, UNREACHABLE",
        "53, UNREACHABLE",
        "4711, UNKNOWN"
    })
    void codesTellItApart(int code, ServiceState expected) throws ResetException {
        server.failAlways(MprapiFunction.IS_SERVICE_INITIALIZED, code);
        assertThat(state()).isEqualTo(expected);
    }

    @Rule({"P16", "P24"})
    @ParameterizedTest
    @CsvSource({"0, STARTING", "1, RUNNING", "2, RUNNING", "-1, RUNNING"})
    void everyBoolThatIsNotZeroIsTrue(int initialized, ServiceState expected) throws ResetException {
        server.initialized = initialized;
        assertThat(state()).isEqualTo(expected);
    }

    @Rule({"P6", "P16", "P24"})
    @ParameterizedTest
    @CsvSource({"0, STOPPED_OR_DENIED", "1, RUNNING", "256, RUNNING"})
    void anOlderWindowsTellsLess(int running, ServiceState expected) throws ResetException {
        server.missing.add(MprapiFunction.IS_SERVICE_INITIALIZED);
        server.running = running;
        assertThat(state()).isEqualTo(expected);
    }

    @Test
    void aLanRouterRunsWithoutPorts() throws ResetException {
        server.lanOnly = true;
        assertThat(state()).isEqualTo(ServiceState.LAN_ONLY);
        server.failAlways(MprapiFunction.SERVER_GET_INFO, 50);
        assertThat(state()).as("as far as can be asked").isEqualTo(ServiceState.RUNNING);
    }

    @Rule({"P6", "P12"})
    @Test
    void whatTheServerSaysOfItself() throws ResetException {
        server.ports.add(new FakePort(1, "a"));
        server.upSeconds = -1;
        try (RasServer ras = server.connect()) {
            assertThat(ras.info()).isEqualTo(new ServerInfo(false, 4294967295L, 1, 0));
        }
        server.missing.add(MprapiFunction.SERVER_GET_INFO);
        try (RasServer ras = server.connect()) {
            assertThat(catchThrowableOfType(ResetException.class, ras::info).reason())
                    .isEqualTo(Reason.UNSUPPORTED);
            assertThat(ras.serviceState()).isEqualTo(ServiceState.RUNNING);
        }
        assertThat(server.heap.leaked()).isZero();
    }
}
