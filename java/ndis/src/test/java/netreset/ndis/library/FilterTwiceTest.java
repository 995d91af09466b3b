// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters pass each list and each request on once, too. */
class FilterTwiceTest {
    private final World world = new World();

    /** What a filter does twice. */
    enum Twice {
        NOTHING,
        SEND_DOWN,
        SEND_UP,
        OID_DOWN,
        OID_UP
    }

    @SuppressWarnings("MemberName") // C's names
    private record Filter(Ndis ndis, Twice twice) implements FilterDriver<Filter.Module> {
        /** One module. */
        record Module(FilterHandle handle) implements FilterContext {}

        @Override
        public Module newContext(FilterHandle handle) {
            return new Module(handle);
        }

        @Override
        public void FilterSendNetBufferLists(Module module, NetBufferList lists, int portNumber, int flags) {
            ndis.NdisFSendNetBufferLists(module.handle(), lists, portNumber, flags);
            if (twice == Twice.SEND_DOWN) {
                ndis.NdisFSendNetBufferLists(module.handle(), lists, portNumber, flags);
            }
        }

        @Override
        public void FilterSendNetBufferListsComplete(Module module, NetBufferList lists, int flags) {
            ndis.NdisFSendNetBufferListsComplete(module.handle(), lists, flags);
            if (twice == Twice.SEND_UP) {
                ndis.NdisFSendNetBufferListsComplete(module.handle(), lists, flags);
            }
        }

        @Override
        public NdisStatus FilterOidRequest(Module module, OidRequest request) {
            NdisStatus status = ndis.NdisFOidRequest(module.handle(), request);
            if (twice == Twice.OID_DOWN) {
                ndis.NdisFOidRequest(module.handle(), request);
            }
            return status;
        }

        @Override
        public void FilterOidRequestComplete(Module module, OidRequest request, NdisStatus status) {
            ndis.NdisFOidRequestComplete(module.handle(), request, status);
            if (twice == Twice.OID_UP) {
                ndis.NdisFOidRequestComplete(module.handle(), request, status);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Twice.class)
    @Rule("R62")
    void whatIsPassedOnTwiceIsSeenAndGoesNoFurther(Twice twice) {
        world.ndis.NdisFRegisterFilterDriver(
                new Filter(world.ndis, twice),
                FilterCharacteristics.of("f").withSend(true).withOid(true));
        world.nic.holdSends = true;
        world.nic.oid = (port, request) -> NdisStatus.PENDING;
        world.started();
        world.ndis.NdisSendNetBufferLists(world.tcp.open().handle(), new NetBufferList("s"), 0, 0);
        world.ndis.NdisOidRequest(world.tcp.open().handle(), OidRequest.query("q", Oid.GEN_STATISTICS));
        assertThat(world.nic.sends).hasSize(1);
        assertThat(world.nic.requests).hasSize(1);
        world.ndis.NdisMSendNetBufferListsComplete(world.handle(), world.nic.sends.get(0), 0);
        world.ndis.NdisMOidRequestComplete(world.handle(), world.nic.requests.get(0), NdisStatus.SUCCESS);
        assertThat(world.tcp.told).containsExactly("s SUCCESS", "q SUCCESS");
        assertThat(world.broken()).isEqualTo(twice == Twice.NOTHING ? List.of() : List.of(62));
        assertThat(world.ndis.unfinished()).isEmpty();
    }
}
