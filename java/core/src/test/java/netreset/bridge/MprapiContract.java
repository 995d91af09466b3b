// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import netreset.bridge.StandIn.Counter;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What each function of mprapi.dll gets and returns through a bridge: on Windows from the system folder, elsewhere from
 * the same source. Subclassed twice per bridge, for either.
 */
public abstract class MprapiContract {
    private static final long ALL_PORTS = -1;
    private static final int MORE_DATA = 234;
    private static final int PORT_0_SIZE = 392;

    private final Bridge bridge;

    private final ByteBuffer pointer = memory(8);
    private final ByteBuffer read = memory(4);
    private final ByteBuffer total = memory(4);
    private final ByteBuffer resume = memory(4);

    private final StandIn standIn;
    private final Mprapi mprapi;

    protected MprapiContract(Bridge bridge, TestLibrary.Opener opener) throws NoMprapiException {
        this.bridge = bridge;
        this.standIn = StandIn.open(bridge, opener).reset();
        this.mprapi = standIn.module().mprapi();
    }

    /** Also what a test that failed left behind. */
    @AfterEach
    void nothingIsWrongWithMemory() {
        for (Counter counter : List.of(
                Counter.DOUBLE_FREES, Counter.FOREIGN_FREES, Counter.CANARIES_DAMAGED, Counter.WRITES_AFTER_FREE)) {
            assertThat(standIn.counter(counter)).as(counter.name()).isZero();
        }
    }

    @Rule("P3")
    @Test
    void itIsThereWithAllItsFunctions() {
        assertThat(standIn.module().path()).matches(".*([/\\\\]full/libmprapi[.]so|\\\\system32\\\\mprapi[.]dll)");
        assertThat(MprapiFunction.values())
                .allSatisfy(function ->
                        assertThat(standIn.module().exportName(function)).isEqualTo(function.cName()));
    }

    @Test
    void aBoolIsWhatCSays() {
        assertThat(mprapi.MprAdminIsServiceRunning(null)).isEqualTo(2);
        assertThat(mprapi.MprAdminIsServiceInitialized(null, read)).isZero();
        assertThat(read.getInt(0)).isEqualTo(-1);
        standIn.reset("service stopped");
        assertThat(mprapi.MprAdminIsServiceRunning(null)).isZero();
        assertThat(mprapi.MprAdminIsServiceInitialized(null, read)).isEqualTo(1062);
    }

    @Test
    void aServerIsNamedInUtf16OrNull() {
        for (String name : List.of("\\\\RRAS1", "é中", "\udc00\ud83d\ude00")) {
            mprapi.MprAdminIsServiceRunning(WideStrings.of(name).position(2));
        }
        mprapi.MprAdminIsServiceRunning(null);
        assertThat(standIn.log())
                .containsExactly(
                        "MprAdminIsServiceRunning(\"\\u005c\\u005cRRAS1\") = 2",
                        "MprAdminIsServiceRunning(\"\\u00e9\\u4e2d\") = 2",
                        "MprAdminIsServiceRunning(\"\\udc00\\ud83d\\ude00\") = 2",
                        "MprAdminIsServiceRunning(NULL) = 2");
    }

    @Test
    void aConnectIsUndoneByADisconnect() {
        long server = connect();
        assertThat(server).as("with bit 63").isNegative();
        mprapi.MprAdminServerDisconnect(server);
        assertThat(standIn.counter(Counter.CONNECTS)).isEqualTo(1);
        assertThat(standIn.counter(Counter.DISCONNECTS)).isEqualTo(1);
        standIn.reset("service denied");
        assertThat(mprapi.MprAdminServerConnect(null, pointer)).isEqualTo(5);
    }

    /** In pages, from first to last. */
    @Test
    void portsAreListedAsTheyAre() {
        standIn.reset("ports 20 VPN2- device=\"WAN Miniport (IKEv2)\"", "page 7");
        long server = connect();
        List<String> names = new ArrayList<>();
        int code = MORE_DATA;
        for (int left = 20; code == MORE_DATA; left -= 7) {
            code = mprapi.MprAdminPortEnum(server, 0, ALL_PORTS, pointer, -1, read, total, resume);
            assertThat(total.getInt(0)).isEqualTo(left);
            ByteBuffer ports = bridge.view(pointer.getLong(0), (long) PORT_0_SIZE * read.getInt(0));
            for (int at = 0; at < ports.capacity(); at += PORT_0_SIZE) {
                names.add(WideStrings.read(ports, at + 28, 34));
                assertThat(WideStrings.read(ports, at + 96, 258)).isEqualTo("WAN Miniport (IKEv2)");
            }
            assertThat(mprapi.MprAdminBufferFree(pointer.getLong(0))).isZero();
        }
        assertThat(code).isZero();
        assertThat(names).hasSize(20).startsWith("VPN2-0", "VPN2-1").endsWith("VPN2-19");
        assertThat(standIn.counter(Counter.BUFFERS_ALLOCATED)).isEqualTo(3);
        assertThat(standIn.counter(Counter.BUFFERS_FREED)).isEqualTo(3);
        assertThat(mprapi.MprAdminPortEnum(server, 1, ALL_PORTS, pointer, -1, read, total, resume))
                .isEqualTo(50);
    }

    @Rule("P13")
    @Test
    void handlesComeBackBitForBit() {
        for (String handle : List.of("0x80000000", "0xffffffff", "0x8000000000000001", "0x7fffffff80000000")) {
            standIn.reset("port VPN handle=" + handle);
            long server = connect();
            assertThat(mprapi.MprAdminPortEnum(server, 0, ALL_PORTS, pointer, -1, read, total, resume))
                    .isZero();
            long port = bridge.view(pointer.getLong(0), 8).getLong(0);
            assertThat(mprapi.MprAdminBufferFree(pointer.getLong(0))).isZero();
            assertThat(mprapi.MprAdminPortReset(server, port)).isZero();
            assertThat(standIn.log())
                    .last()
                    .isEqualTo("MprAdminPortReset(server=0x" + Long.toHexString(server) + ", port=" + handle + ") = 0");
        }
    }

    /** What isn't told by another test: every parameter is where C looks for it. */
    @Test
    void everyParameterArrives() {
        long server = connect();
        String on = "(server=0x" + Long.toHexString(server);
        resume.putInt(0, 0x80000001);
        mprapi.MprAdminPortEnum(server, 2, 3, pointer, 4, read, total, resume);
        mprapi.MprAdminPortGetInfo(server, 1, 5, pointer);
        mprapi.MprAdminPortClearStats(server, 6);
        mprapi.MprAdminPortDisconnect(server, 7);
        resume.putInt(0, 0x80000002); // what a failed call left there is nobody's
        mprapi.MprAdminConnectionEnum(server, 9, pointer, 4, read, total, resume);
        mprapi.MprAdminConnectionGetInfo(server, 3, 8, pointer);
        mprapi.MprAdminConnectionClearStats(server, 9);
        mprapi.MprAdminServerGetInfo(server, 7, pointer);
        resume.putInt(0, 0x80000003);
        mprapi.MprAdminConnectionEnumEx(server, memory(4), 4, read, total, pointer, resume);
        mprapi.MprAdminRegisterConnectionNotification(server, 0);
        mprapi.MprAdminDeregisterConnectionNotification(server, 0);
        mprapi.MprAdminBufferFree(0);
        mprapi.MprAdminGetErrorString(-2, pointer);
        mprapi.MprAdminServerDisconnect(server);
        assertThat(standIn.log())
                .containsExactly(
                        "MprAdminServerConnect(NULL) = 0",
                        "MprAdminPortEnum" + on + ", level=2, connection=0x3, pref=4, resume=0x80000001) = 50",
                        "MprAdminPortGetInfo" + on + ", level=1, port=0x5) = 601",
                        "MprAdminPortClearStats" + on + ", port=0x6) = 1702",
                        "MprAdminPortDisconnect" + on + ", port=0x7) = 87",
                        "MprAdminConnectionEnum" + on + ", level=9, pref=4, resume=0x80000002) = 124",
                        "MprAdminConnectionGetInfo" + on + ", level=3, connection=0x8) = 906",
                        "MprAdminConnectionClearStats" + on + ", connection=0x9) = 87",
                        "MprAdminServerGetInfo" + on + ", level=7) = 87",
                        "MprAdminConnectionEnumEx" + on + ", pref=4, resume=0x80000003) = 87",
                        "MprAdminRegisterConnectionNotification" + on + ") = 87",
                        "MprAdminDeregisterConnectionNotification" + on + ") = 87",
                        "MprAdminBufferFree(0x0) = 87",
                        "MprAdminGetErrorString(4294967294) = 317",
                        "MprAdminServerDisconnect" + on + ") = 0");
    }

    @Test
    void everyStructureIsWhereThePointerSays() {
        standIn.reset("port VPN state=authenticated connection=0x90", "connection 0x90 user=anna");
        long server = connect();
        long port = firstPort(server);
        assertThat(mprapi.MprAdminPortGetInfo(server, 0, port, pointer)).isZero();
        assertThat(WideStrings.read(taken(PORT_0_SIZE), 28, 34)).isEqualTo("VPN");
        assertThat(mprapi.MprAdminServerGetInfo(server, 0, pointer)).isZero();
        assertThat(taken(16).getInt(8)).as("ports").isEqualTo(1);
        assertThat(mprapi.MprAdminConnectionEnum(server, 0, pointer, -1, read, total, resume))
                .isZero();
        assertThat(WideStrings.read(taken(1128), 542, 514)).isEqualTo("anna");
        assertThat(mprapi.MprAdminConnectionGetInfo(server, 2, 0x90, pointer)).isZero();
        assertThat(WideStrings.read(taken(848), 8, 514)).isEqualTo("anna");
        ByteBuffer header = memory(4).put(0, (byte) 1).put(1, (byte) 1).putShort(2, (short) 1672);
        assertThat(mprapi.MprAdminConnectionEnumEx(server, header, -1, read, total, pointer, resume))
                .isZero();
        assertThat(WideStrings.read(taken(1672), 530, 514)).isEqualTo("anna");
        assertThat(standIn.counter(Counter.BUFFERS_LIVE)).isZero();
    }

    @Test
    void aTextIsFreedByLocalFree() {
        standIn.script("text 903 \"not \\u4e2d running\"");
        assertThat(mprapi.MprAdminGetErrorString(903, pointer)).isZero();
        assertThat(WideStrings.read(bridge.view(pointer.getLong(0), 200), 0, 200))
                .isEqualTo("not 中 running");
        assertThat(standIn.module().kernel32().LocalFree(pointer.getLong(0))).isZero();
        assertThat(standIn.counter(Counter.FOREIGN_FREES)).isZero();
    }

    @Test
    void anEventTellsOfConnections() {
        Kernel32 kernel32 = standIn.module().kernel32();
        long server = connect();
        long event = kernel32.CreateEventW(0, 0);
        assertThat(event).isPositive();
        assertThat(mprapi.MprAdminRegisterConnectionNotification(server, event)).isZero();
        assertThat(kernel32.WaitForSingleObject(event, 0)).as("WAIT_TIMEOUT").isEqualTo(258);
        standIn.script("event all");
        assertThat(kernel32.WaitForSingleObject(event, 10_000)).isZero();
        assertThat(mprapi.MprAdminDeregisterConnectionNotification(server, event))
                .isZero();
        assertThat(kernel32.SetEvent(event)).isPositive();
        assertThat(kernel32.CloseHandle(event)).isPositive();
        assertThat(standIn.counter(Counter.NOTIFICATIONS_LIVE)).isZero();
    }

    @Test
    void aBufferNobodyMayHandToCIsRefusedBefore() {
        ByteBuffer heap = ByteBuffer.allocate(8);
        ByteBuffer readOnly = memory(8).asReadOnlyBuffer();
        for (ByteBuffer bad : List.of(heap, readOnly)) {
            assertThatIllegalArgumentException().isThrownBy(() -> mprapi.MprAdminServerConnect(null, bad));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mprapi.MprAdminPortEnum(1, 0, ALL_PORTS, pointer, -1, read, total, bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> mprapi.MprAdminIsServiceRunning(heap));
        assertThat(standIn.log()).isEmpty();
    }

    @Rule({"P5", "P6"})
    @Test
    void aMissingFunctionFailsInJavaAndAlone() throws NoMprapiException {
        MprapiModule lacking = MprapiModule.of(
                bridge,
                standIn.module().kernel32(),
                "lacking",
                name -> name.equals("MprAdminGetErrorString")
                        ? 0
                        : standIn.library().address(name));
        assertThat(lacking.has(MprapiFunction.GET_ERROR_STRING)).isFalse();
        assertThatThrownBy(() -> lacking.mprapi().MprAdminGetErrorString(903, pointer))
                .isInstanceOfAny(RuntimeException.class, AssertionError.class);
        assertThat(lacking.mprapi().MprAdminIsServiceInitialized(null, read)).isZero();
        assertThat(lacking.mprapi().MprAdminPortReset(0, 0)).isEqualTo(1702);
    }

    @Test
    void aResetAllocatesNothing() {
        int calls = 2_000;
        long server = connect();
        long least = Allocation.least(calls, () -> allocatedByResets(server, calls));
        System.out.println(bridge.name() + ": " + least + " bytes allocated by " + calls + " port resets");
        assertThat(least).as("bytes, by " + calls + " calls").isLessThan(calls);
    }

    private long allocatedByResets(long server, int calls) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        int sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += mprapi.MprAdminPortReset(server, i);
        }
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat(sum).isZero();
        return after - before;
    }

    private long connect() {
        assertThat(mprapi.MprAdminServerConnect(null, pointer)).isZero();
        return pointer.getLong(0);
    }

    private long firstPort(long server) {
        resume.putInt(0, 0);
        assertThat(mprapi.MprAdminPortEnum(server, 0, ALL_PORTS, pointer, -1, read, total, resume))
                .isZero();
        return taken(8).getLong(0);
    }

    /** A copy, and the original given back. */
    private ByteBuffer taken(int size) {
        ByteBuffer copy = memory(size).put(0, bridge.view(pointer.getLong(0), size), 0, size);
        assertThat(mprapi.MprAdminBufferFree(pointer.getLong(0))).isZero();
        return copy;
    }

    private static ByteBuffer memory(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
