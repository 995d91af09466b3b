// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.RasConnection3;
import netreset.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a port and a connection are told to be. */
class ListingTest {
    private static final long HIGH = 0xfedc_ba98_7654_3210L;

    private final FakeServer server = new FakeServer();
    private final FakePort port = new FakePort(HIGH, "VPN2-127");
    private final FakeConnection connection = new FakeConnection(0x8000_0001L, "CORP\\jane");

    @BeforeEach
    void oneOfEach() {
        port.connection = connection.handle;
        port.condition = 5;
        server.ports.add(port);
        server.connections.add(connection);
    }

    @AfterEach
    void nothingLeaks() {
        assertThat(server.heap.leaked()).isZero();
        assertThat(server.heap.wronglyFreed).isZero();
    }

    private RasListing list() throws ResetException {
        try (RasServer ras = server.connect()) {
            return ras.list();
        }
    }

    private RasPort only() throws ResetException {
        return list().ports().get(0);
    }

    @Rule({"P12", "P34"})
    @Test
    void aPortWithItsConnection() throws ResetException {
        port.calls = -1;
        port.duration = 0x8000_0000;
        connection.duration = -2;
        connection.flags = 0x31;
        connection.domain = "CORP";
        connection.computer = "LAPTOP";
        connection.address = "10.0.0.7";
        connection.endpoint = "198.51.100.7";
        connection.interfaceHandle = -5;
        connection.counters = new int[] {-1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        Counters counters = new Counters(4294967295L, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        RasConnection expected = new RasConnection(
                0x8000_0001L,
                -5,
                "Internal",
                "CORP\\jane",
                "CORP",
                "LAPTOP",
                InterfaceType.CLIENT,
                0,
                0x31,
                4294967294L,
                counters,
                "10.0.0.7",
                "198.51.100.7",
                new Quarantine(Quarantine.State.NORMAL, 0));
        assertThat(only())
                .isEqualTo(new RasPort(
                        HIGH,
                        0x8000_0001L,
                        "VPN2-127",
                        "rastapi",
                        "WAN Miniport (IKEv2)",
                        "vpn",
                        PortCondition.AUTHENTICATED,
                        5,
                        4294967295L,
                        0x8000_0000L,
                        expected));
        assertThat(expected.isPpp()).isTrue();
        assertThat(expected.isIkev2()).isTrue();
        assertThat(expected.isDormant()).isTrue();
        assertThat(server.log).contains("MprAdminConnectionEnumEx 0x1000 1 1 1672");
    }

    @Rule({"P6", "P34"})
    @Test
    void withoutTheNewerFunctionTheOlderOnesTellAlmostAll() throws ResetException {
        connection.address = "10.0.0.7";
        connection.endpoint = "198.51.100.7";
        connection.counters[1] = 99;
        connection.quarantine = 2;
        RasConnection whole = only().connection();
        server.missing.add(MprapiFunction.CONNECTION_ENUM_EX);
        RasConnection older = only().connection();
        assertThat(older)
                .usingRecursiveComparison()
                .ignoringFields("endpointAddress")
                .isEqualTo(whole);
        assertThat(older).isNotNull().extracting(RasConnection::endpointAddress).isNull();
    }

    @Rule({"P6", "P34"})
    @ParameterizedTest
    @ValueSource(ints = {50, 87, 120, 124, 127, 1745})
    void norWhereTheServerLacksIt(int code) throws ResetException {
        server.failAlways(MprapiFunction.CONNECTION_ENUM_EX, code);
        assertThat(only().connection())
                .isNotNull()
                .extracting(RasConnection::user)
                .isEqualTo("CORP\\jane");
    }

    @Test
    void norWhereItsStructureIsAnother() throws ResetException {
        connection.exSize = 1700;
        assertThat(only().connection())
                .isNotNull()
                .extracting(RasConnection::user)
                .isEqualTo("CORP\\jane");
        assertThat(server.calls(MprapiFunction.CONNECTION_ENUM)).isEqualTo(3);
    }

    @Rule("P15")
    @ParameterizedTest
    @CsvSource({
        "0, NORMAL",
        "1, QUARANTINE",
        "2, PROBATION",
        "3, NOT_CAPABLE",
        "4, UNKNOWN(4)",
        "-1, UNKNOWN(4294967295)"
    })
    void quarantines(int value, String text) throws ResetException {
        connection.quarantine = value;
        assertThat(quarantine()).isNotNull().extracting(Quarantine::text).isEqualTo(text);
        server.missing.add(MprapiFunction.CONNECTION_ENUM_EX);
        assertThat(quarantine()).isNotNull().extracting(Quarantine::text).isEqualTo(text);
    }

    @Rule("P34")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionsAreThereWithoutAQuarantine(boolean refused) throws ResetException {
        server.missing.add(MprapiFunction.CONNECTION_ENUM_EX);
        if (refused) {
            server.spoilConnections = page -> page.code = page.content.length == RasConnection3.SIZE ? 124 : 0;
        } else {
            connection.level3Size = RasConnection3.SIZE + 8;
        }
        assertThat(only().connection()).isNotNull().extracting("user").isEqualTo("CORP\\jane");
        assertThat(quarantine()).isNull();
    }

    private @Nullable Quarantine quarantine() throws ResetException {
        return requireNonNull(only().connection()).quarantine();
    }

    @Rule("P34")
    @Test
    void portsAreThereWithoutConnections() throws ResetException {
        server.failAlways(MprapiFunction.CONNECTION_ENUM_EX, 5);
        RasListing listing = list();
        assertThat(listing.ports()).hasSize(1);
        assertThat(listing.ports().get(0).connection()).isNull();
        assertThat(listing.ports().get(0).isConnected()).isTrue();
        assertThat(listing.connectionsProblem()).extracting("reason").isEqualTo(Reason.PERMISSION_DENIED);
    }

    @Rule("P34")
    @Test
    void connectionsAreThereWithoutCounters() throws ResetException {
        server.missing.add(MprapiFunction.CONNECTION_ENUM_EX);
        server.spoilConnections = page -> page.code = page.content.length == 296 ? 124 : 0;
        assertThat(only().connection()).extracting("user", "counters").containsExactly("CORP\\jane", null);
    }

    @Rule("P14")
    @Test
    void stringsEndWithTheirArray() throws ResetException {
        port.name = "N".repeat(17) + "X";
        port.media = "M".repeat(40);
        port.device = "D".repeat(200);
        port.type = "T".repeat(17);
        RasPort found = only();
        assertThat(found.name()).isEqualTo("N".repeat(17));
        assertThat(found.media()).isEqualTo("M".repeat(17));
        assertThat(found.device()).isEqualTo("D".repeat(129));
        assertThat(found.deviceType()).isEqualTo("T".repeat(17));
    }

    @Rule("P14")
    @Test
    void stringsEndAtTheirFirstNulAndAreKeptAsTheyCame() throws ResetException {
        port.name = "a\ud800\u001b[31m\u202eb\0hidden";
        assertThat(only().name()).isEqualTo("a\ud800\u001b[31m\u202eb");
    }

    @Rule("P15")
    @Test
    void unknownValuesAreKept() throws ResetException {
        port.condition = 99;
        port.hardware = -1;
        connection.type = 8;
        RasPort found = only();
        assertThat(found.condition()).isEqualTo(PortCondition.UNKNOWN);
        assertThat(found.conditionValue()).isEqualTo(99);
        assertThat(found.conditionText()).isEqualTo("UNKNOWN(99)");
        assertThat(found.connection())
                .isNotNull()
                .extracting(RasConnection::interfaceTypeText)
                .isEqualTo("UNKNOWN(8)");
        try (RasServer ras = server.connect()) {
            assertThat(ras.detail(found).hardwareText()).isEqualTo("UNKNOWN(4294967295)");
        }
    }

    @Rule("P15")
    @ParameterizedTest
    @CsvSource({
        "0, NON_OPERATIONAL",
        "1, DISCONNECTED",
        "2, CALLING_BACK",
        "3, LISTENING",
        "4, AUTHENTICATING",
        "5, AUTHENTICATED",
        "6, INITIALIZING",
        "7, UNKNOWN",
        "-1, UNKNOWN"
    })
    void conditions(int value, PortCondition expected) throws ResetException {
        port.condition = value;
        assertThat(only().condition()).isEqualTo(expected);
        assertThat(only().conditionValue()).isEqualTo(Integer.toUnsignedLong(value));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, IDLE",
        "1, -1, IDLE",
        "0, 0, IDLE",
        "3, 9, SUSPECT",
        "1, 9, SUSPECT",
        "5, 9, ACTIVE",
        "5, 0, SUSPECT",
        "5, -1, SUSPECT",
        "3, 4294967295, IDLE",
        "5, 4294967295, SUSPECT",
        "5, 4294967296, ACTIVE",
        "2, 0, TRANSITIONAL",
        "4, 9, TRANSITIONAL",
        "6, 0, TRANSITIONAL",
        "99, 9, UNKNOWN"
    })
    void activity(int condition, long handle, Activity expected) throws ResetException {
        port.condition = condition;
        port.connection = handle;
        assertThat(only().activity()).isEqualTo(expected);
    }

    @Rule({"P12", "P13"})
    @Test
    void detail() throws ResetException {
        port.speed = -1;
        port.counters = new int[] {-1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12};
        try (RasServer ras = server.connect()) {
            assertThat(ras.detail(ras.ports().get(0)))
                    .isEqualTo(new PortDetail(
                            HIGH,
                            0x8000_0001L,
                            HardwareCondition.OPERATIONAL,
                            0,
                            4294967295L,
                            new Counters(4294967295L, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 4294967284L)));
        }
        assertThat(server.log).contains("MprAdminPortGetInfo 0x1000 1 0xfedcba9876543210");
    }

    @Test
    void successWithoutAnAnswer() throws ResetException {
        try (RasServer ras = server.connect()) {
            RasPort listed = ras.ports().get(0);
            ras.detail(listed);
            server.givesNothing = true;
            assertThat(catchThrowableOfType(ResetException.class, () -> ras.detail(listed))
                            .reason())
                    .isEqualTo(Reason.BAD_ANSWER);
        }
    }

    @Rule({"P13", "P38"})
    @Test
    void aPortReadAgain() throws ResetException {
        try (RasServer ras = server.connect()) {
            RasPort listed = ras.ports().get(0);
            assertThat(ras.reread(listed).isSameAs(listed)).isTrue();
            port.name = "VPN2-128";
            assertThat(ras.reread(listed).isSameAs(listed)).isFalse();
            port.name = listed.name();
            port.device = "WAN Miniport (SSTP)";
            assertThat(ras.reread(listed).isSameAs(listed)).isFalse();
            port.device = listed.device();
            port.connection = 0;
            assertThat(ras.reread(listed).isSameAs(listed)).isFalse();
            server.ports.clear();
            ResetException e = catchThrowableOfType(ResetException.class, () -> ras.reread(listed));
            assertThat(e.reason()).isEqualTo(Reason.STALE_PORT);
            assertThat(e.code())
                    .isNotNull()
                    .hasToString("NativeCode[space=win32, value=601, symbol=ERROR_INVALID_PORT_HANDLE]");
        }
    }
}
