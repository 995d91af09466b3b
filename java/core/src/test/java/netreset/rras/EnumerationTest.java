// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, and servers that lie about them. */
@Timeout(180)
@Rule("P31")
class EnumerationTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void everyBufferWasGivenBackOnce() {
        assertThat(server.heap.leaked()).isZero();
        assertThat(server.heap.wronglyFreed).isZero();
    }

    private void ports(int count) {
        for (int i = 1; i <= count; i++) {
            server.ports.add(new FakePort(i, "VPN2-" + i));
        }
    }

    private List<RasPort> list() throws ResetException {
        try (RasServer ras = server.connect()) {
            return ras.ports();
        }
    }

    private ResetException fails(Consumer<FakePage> spoil) throws ResetException {
        server.spoilPorts = spoil;
        try (RasServer ras = server.connect()) {
            ResetException e = catchThrowableOfType(ResetException.class, ras::ports);
            assertThat(e).isNotNull();
            return e;
        }
    }

    @Rule("P25")
    @Test
    void everythingIsAskedFor() throws ResetException {
        ports(1);
        list();
        assertThat(server.log).contains("MprAdminPortEnum 0x1000 0 0xffffffffffffffff 0");
    }

    @Rule({"P26", "P31", "P32"})
    @Test
    void aThousandPortsInPagesOfSeven() throws ResetException {
        ports(1000);
        server.pageSize = 7;
        assertThat(list())
                .extracting(RasPort::name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1000)
                        .mapToObj(i -> "VPN2-" + i)
                        .toList());
        assertThat(server.calls(MprapiFunction.PORT_ENUM)).isEqualTo(143);
        assertThat(server.heap.freed).isEqualTo(143);
        assertThat(server.log).contains("MprAdminPortEnum 0x1000 0 0xffffffffffffffff 994");
    }

    @Rule("P27")
    @Test
    void moreWithoutAnything() throws ResetException {
        ports(1);
        ResetException e = fails(page -> {
            page.code = 234;
            page.entries = 0;
            page.resume = page.number;
        });
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(server.calls(MprapiFunction.PORT_ENUM)).isEqualTo(1);
    }

    @Rule("P27")
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void moreFromTheSamePlace(int resume) throws ResetException {
        ports(1);
        ResetException e = fails(page -> {
            page.code = 234;
            page.content = server.ports.get(0).level0();
            page.entries = 1;
            page.nullBuffer = false;
            page.resume = resume;
        });
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(server.calls(MprapiFunction.PORT_ENUM)).isLessThanOrEqualTo(2);
    }

    @Rule("P27")
    @Test
    void moreFromTheBeginning() throws ResetException {
        ports(3);
        server.pageSize = 1;
        ResetException e = fails(page -> page.resume = page.number == 2 ? 0 : page.resume);
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(server.calls(MprapiFunction.PORT_ENUM)).isEqualTo(2);
    }

    @Rule("P27")
    @Test
    void moreForEver() throws ResetException {
        ports(1);
        int many = 1000;
        byte[] row = server.ports.get(0).level0();
        byte[] rows = new byte[row.length * many];
        for (int i = 0; i < many; i++) {
            System.arraycopy(row, 0, rows, i * row.length, row.length);
        }
        ResetException e = fails(page -> {
            page.code = 234;
            page.content = rows;
            page.entries = many;
            page.nullBuffer = false;
            page.resume = page.number;
        });
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(server.calls(MprapiFunction.PORT_ENUM)).isEqualTo(Enumeration.MAX_ENTRIES / many + 1);
    }

    @Rule("P28")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noPortsAreNoError(boolean nullBuffer) throws ResetException {
        server.spoilPorts = page -> {
            page.nullBuffer = nullBuffer;
            page.content = new byte[8];
        };
        assertThat(list()).isEmpty();
    }

    @Rule("P29")
    @Test
    void entriesWithoutABuffer() throws ResetException {
        ports(2);
        ResetException e = fails(page -> page.nullBuffer = true);
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(e.getMessage()).contains("2 entries");
    }

    /** The fake heap ends the test when more is read than is there. */
    @Rule("P29")
    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 100_001, 10_956_000})
    void moreEntriesThanCanBe(int entries) throws ResetException {
        ports(1);
        ResetException e = fails(page -> page.entries = entries);
        assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(e.getMessage()).contains(Integer.toUnsignedString(entries));
    }

    @Rule("P30")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 1_000_000})
    void totalSaysNothing(int total) throws ResetException {
        ports(20);
        server.pageSize = 7;
        server.spoilPorts = page -> page.total = total;
        assertThat(list()).hasSize(20);
    }

    @Test
    void bytesBehindTheEntriesAreNotLookedAt() throws ResetException {
        ports(1);
        server.spoilPorts = page -> page.content = java.util.Arrays.copyOf(page.content, page.content.length + 100);
        assertThat(list()).hasSize(1);
    }

    @Rule({"P31", "P33"})
    @Test
    void aListThatBreaksOff() throws ResetException {
        ports(20);
        server.pageSize = 7;
        ResetException e = fails(page -> page.code = page.number == 3 ? 1726 : page.code);
        assertThat(e.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(e.getMessage()).startsWith("page 3: MprAdminPortEnum");
        assertThat(e.code()).isNotNull().extracting("value").isEqualTo(1726);
        assertThat(server.heap.freed).as("not the pointer of the failed page").isEqualTo(2);
    }

    @Rule("P31")
    @Test
    void aBufferThatCannotBeReadIsGivenBack() throws ResetException {
        ports(2);
        server.spoilPorts = page -> page.content = new byte[10];
        try (RasServer ras = server.connect()) {
            assertThat(catchThrowableOfType(AssertionError.class, ras::ports))
                    .as("from the fake heap")
                    .isNotNull();
        }
        assertThat(server.heap.freed).isEqualTo(1);
    }

    @Test
    void aPortThatComesTwiceIsThereOnceWithItsLatestState() throws ResetException {
        ports(3);
        FakePort again = new FakePort(1, "VPN2-1");
        again.calls = 7;
        server.ports.add(again);
        server.ports.add(new FakePort(2, "another"));
        assertThat(list()).extracting(RasPort::name).containsExactly("VPN2-1", "VPN2-2", "VPN2-3", "another");
        assertThat(list().get(0).totalCalls()).isEqualTo(7);
    }
}
