// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import org.junit.jupiter.api.Test;

/** What an exploration takes for the same state: all that NDIS and all three drivers keep for families, SAPs, VCs and parties. */
class CoStateTest {
    /** A driver's context that has something to tell. */
    private static final class Counting extends VcContext implements Digestible {
        int count;

        @Override
        public void digest(Digest digest) {
            digest.add(count);
        }
    }

    private static Digest digest(CoWorld world) {
        Digest digest = new Digest();
        world.ndis.digest(digest);
        return digest;
    }

    @Test
    void aClientsContextIsPartOfIt() {
        CoWorld world = CoWorld.standAlone();
        Counting context = new Counting();
        world.co.NdisCoCreateVc(world.client.open().handle(), world.family, context);
        String before = digest(world).toString();
        context.count++;
        assertThat(digest(world)).doesNotHaveToString(before);
        context.count--;
        assertThat(digest(world)).hasToString(before);
    }

    @Test
    void aCallManagersContextIsPartOfIt() {
        CoWorld world = CoWorld.standAlone();
        Counting context = new Counting();
        world.co.NdisCoCreateVc(world.manager.open().handle(), world.family, context);
        String before = digest(world).toString();
        context.count++;
        assertThat(digest(world)).doesNotHaveToString(before);
    }

    @Test
    void whoseItIsAndWhoMadeItCount() {
        CoWorld clients = CoWorld.standAlone();
        clients.co.NdisCoCreateVc(clients.client.open().handle(), clients.family, new VcContext("vc"));
        CoWorld managers = CoWorld.standAlone();
        managers.co.NdisCoCreateVc(managers.manager.open().handle(), managers.family, new VcContext("vc"));
        CoWorld signalling = CoWorld.standAlone();
        signalling.co.NdisCoCreateVc(signalling.manager.open().handle(), null, new VcContext("vc"));
        assertThat(new CoWorld[] {clients, managers, signalling})
                .extracting(world -> digest(world).toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void aSapsAddressAndItsEndCount() {
        CoWorld one = CoWorld.standAlone();
        CoWorld other = CoWorld.standAlone();
        SapHandle sap = Objects.requireNonNull(one.co.NdisClRegisterSap(one.family, "one"));
        other.co.NdisClRegisterSap(other.family, "other");
        String registered = digest(one).toString();
        assertThat(digest(other)).doesNotHaveToString(registered);
        assertThat(one.co.NdisClDeregisterSap(sap)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(digest(one)).doesNotHaveToString(registered);
    }
}
