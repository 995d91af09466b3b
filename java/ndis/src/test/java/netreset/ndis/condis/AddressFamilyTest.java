// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Families are offered, opened and closed, and service access points registered in them. */
class AddressFamilyTest {
    private static CoWorld world(boolean mcm) {
        return mcm ? CoWorld.mcm() : CoWorld.standAlone();
    }

    @ParameterizedTest
    @CsvSource({"false, protocol manager/atm0", "true, miniport atm0"})
    void offeredOpenedAndClosed(boolean mcm, String manager) {
        CoWorld world = world(mcm);
        assertThat(world.co.NdisClCloseAddressFamily(world.family)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.heard.sinceThen())
                .containsExactly(
                        "CoAfRegisterNotify af",
                        "CmOpenAf af of protocol client/atm0",
                        "CmCloseAf af of protocol client/atm0");
        assertThat(world.events(What.CO_OBJECT))
                .containsExactly(
                        manager + " > ndis: offers af",
                        "protocol client/atm0 > " + manager + ": opens af",
                        "protocol client/atm0 > " + manager + ": closes af");
        assertThat(world.co.isValid(world.family)).isFalse();
        assertThat(world.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneOfferOfAName(boolean mcm) {
        CoWorld world = world(mcm);
        world.heard.sinceThen();
        assertThat(
                        mcm
                                ? world.co.NdisMCmRegisterAddressFamily(world.handle(), "af")
                                : world.co.NdisCmRegisterAddressFamilyEx(
                                        world.manager.open().handle(), "af"))
                .isEqualTo(NdisStatus.FAILURE);
        assertThat(world.heard.sinceThen()).isEmpty();
    }

    @Test
    void onlyCallManagersOffer() {
        CoWorld world = world(false);
        assertThat(world.co.NdisCmRegisterAddressFamilyEx(world.client.open().handle(), "other"))
                .isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisMCmRegisterAddressFamily(world.handle(), "other"))
                .isEqualTo(NdisStatus.FAILURE);
    }

    @Test
    void onlyClientsOpenAndOnlyWhatIsOffered() {
        CoWorld world = world(false);
        assertThat(world.co.NdisClOpenAddressFamilyEx(world.client.open().handle(), "other"))
                .isNull();
        assertThat(world.co.NdisClOpenAddressFamilyEx(world.manager.open().handle(), "af"))
                .isNull();
    }

    @Test
    void aCallManagerRefusesAnOpen() {
        CoWorld world = world(false);
        world.heard.answer("CmOpenAf af of protocol client/atm0", NdisStatus.RESOURCES);
        assertThat(world.co.NdisClOpenAddressFamilyEx(world.client.open().handle(), "af"))
                .isNull();
        assertThat(world.events(What.CO_OBJECT)).hasSize(2);
    }

    @Test
    void aSapComesAndGoes() {
        CoWorld world = world(false);
        world.heard.sinceThen();
        SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));
        assertThat(world.co.isValid(sap)).isTrue();
        assertThat(world.co.NdisClDeregisterSap(sap)).isEqualTo(NdisStatus.SUCCESS);
        assertThat(world.co.isValid(sap)).isFalse();
        assertThat(world.heard.sinceThen()).containsExactly("CmRegisterSap sap", "CmDeregisterSap sap");
        assertThat(world.events(What.CO_OBJECT))
                .endsWith(
                        "protocol client/atm0 > protocol manager/atm0: registers SAP sap",
                        "protocol client/atm0 > protocol manager/atm0: deregisters SAP sap");
    }

    @Test
    void aCallManagerRefusesASap() {
        CoWorld world = world(false);
        world.heard.answer("CmRegisterSap sap", NdisStatus.RESOURCES);
        assertThat(world.co.NdisClRegisterSap(world.family, "sap")).isNull();
        assertThat(world.events(What.CO_OBJECT)).hasSize(2);
    }

    @Test
    void staleHandlesAreSeen() {
        CoWorld world = world(false);
        SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));
        world.co.NdisClDeregisterSap(sap);
        world.co.NdisClCloseAddressFamily(world.family);
        world.heard.sinceThen();
        assertThat(world.co.NdisClDeregisterSap(sap)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisClCloseAddressFamily(world.family)).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.co.NdisClRegisterSap(world.family, "sap")).isNull();
        assertThat(world.co.NdisCoCreateVc(world.client.open().handle(), world.family, new VcContext()))
                .isEqualTo(NdisStatus.FAILURE);
        assertThat(world.ask(world.family, "q")).isEqualTo(NdisStatus.FAILURE);
        assertThat(world.messages())
                .containsExactly(
                        "NdisClDeregisterSap with a stale handle: SapHandle sap #0.0",
                        "NdisClCloseAddressFamily with a stale handle: AfHandle af of protocol client/atm0 #0.0",
                        "NdisClRegisterSap with a stale handle: AfHandle af of protocol client/atm0 #0.0",
                        "NdisCoCreateVc with a stale handle: AfHandle af of protocol client/atm0 #0.0",
                        "NdisCoOidRequest with a stale handle: AfHandle af of protocol client/atm0 #0.0");
        assertThat(world.heard.sinceThen()).isEmpty();
    }

    /** Whether its place in the table is free, as at first for two of them, or that of another that is valid. */
    @Test
    void aHandleOfAnotherWorldIsStale() {
        CoWorld world = world(false);
        CoWorld other = world(false);
        VcHandle vc = other.called();
        VcHandle own = world.called();
        PartyHandle party = Objects.requireNonNull(other.co.NdisClAddParty(vc, "second"));
        SapHandle sap = Objects.requireNonNull(other.co.NdisClRegisterSap(other.family, "sap"));
        for (int i = 0; i < 2; i++) {
            assertThat(world.co.NdisClCloseAddressFamily(other.family)).isEqualTo(NdisStatus.FAILURE);
            assertThat(world.co.NdisClDeregisterSap(sap)).isEqualTo(NdisStatus.FAILURE);
            assertThat(world.co.NdisCoDeleteVc(vc)).isEqualTo(NdisStatus.FAILURE);
            assertThat(world.co.NdisClDropParty(party)).isEqualTo(NdisStatus.FAILURE);
            assertThat(world.co.isValid(sap) || world.co.isValid(vc) || world.co.isValid(party))
                    .isFalse();
            world.co.NdisClRegisterSap(world.family, "sap");
            world.co.NdisClAddParty(own, "second");
        }
        assertThat(world.broken()).hasSize(8).containsOnly(0);
    }

    @Test
    void aHaltEndsAllOfTheAdapter() {
        CoWorld world = world(false);
        VcHandle vc = world.called();
        PartyHandle party = Objects.requireNonNull(world.co.NdisClAddParty(vc, "second"));
        SapHandle sap = Objects.requireNonNull(world.co.NdisClRegisterSap(world.family, "sap"));
        world.ndis.halt("atm0");
        world.simulation.settle();
        assertThat(world.co.isValid(party)).isFalse();
        assertThat(world.co.isValid(sap)).isFalse();
        assertThat(world.co.isValid(vc)).isFalse();
        assertThat(world.co.isValid(world.family)).isFalse();
    }
}
