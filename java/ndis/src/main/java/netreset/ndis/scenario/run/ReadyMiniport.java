// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.AdapterContext;
import netreset.ndis.MediaConnectState;
import netreset.ndis.MiniportCharacteristics;
import netreset.ndis.MiniportDriver;
import netreset.ndis.MiniportDriverHandle;
import netreset.ndis.NetBufferList;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.miniports.E100;
import netreset.ndis.miniports.Gvnic;
import netreset.ndis.miniports.NetKvm;
import netreset.ndis.miniports.Netvmini;
import netreset.ndis.miniports.SlowPowerNic;
import netreset.ndis.miniports.WellBehavedNic;
import netreset.ndis.rules.Profile;
import netreset.ndis.scenario.Declaration;
import netreset.ndis.scenario.Step;

/** An adapter whose driver isn't scripted; only what its device does is. */
final class ReadyMiniport {
    /** Longer than two checks for hangs at the usual period. */
    private static final long SLOW_POWER_NANOS = 10_000_000_000L;

    final Declaration.Miniport says;
    private final Stage stage;

    ReadyMiniport(Stage stage, Declaration.Miniport says) {
        this.stage = stage;
        this.says = says;
    }

    /** Registers the driver, and plugs its adapter in. */
    void add(Profile profile) {
        switch (says.kind()) {
            case "netvmini" -> add(new Netvmini(library()), Netvmini.characteristics(), profile);
            case "gvnic" -> add(new Gvnic(library()), Gvnic.characteristics(), profile);
            case "netkvm" -> add(new NetKvm(library()), NetKvm.characteristics(), profile);
            case "e100" -> add(new E100(library()), E100.characteristics(), profile);
            case "kb967915" -> {
                SlowPowerNic driver =
                        new SlowPowerNic(library(), SLOW_POWER_NANOS, says.traits().hangSeconds());
                add(driver, SlowPowerNic.characteristics(), profile);
            }
            default -> add(new WellBehavedNic(library()), WellBehavedNic.characteristics(), profile);
        }
    }

    private <C extends AdapterContext> void add(
            MiniportDriver<C> driver, MiniportCharacteristics characteristics, Profile profile) {
        Profile version = says.traits().version();
        MiniportDriverHandle handle = library().NdisMRegisterMiniportDriver(
                driver, characteristics.withVersion(version == null ? profile : version));
        library().addAdapter(handle, says.name());
    }

    private NdisLibrary library() {
        return stage.library;
    }

    /** What the device does; or a reset that the driver asks for. */
    void perform(Step step) {
        String name = says.name();
        if (step instanceof Step.AskForReset) {
            library().NdisMResetMiniport(library().adapter(name).handle());
        } else if (step instanceof Step.Receive receive) {
            receive(receive.count());
        } else if (step instanceof Step.DetectLink detect) {
            if (context() instanceof E100.Nic nic) {
                new E100(library()).detectLink(nic, detect.nanos());
            }
        } else if (step instanceof Step.Hardware hardware) {
            hardware(name, hardware.verb());
        }
    }

    private void hardware(String name, Step.HardwareVerb verb) {
        switch (verb) {
            case INTERRUPTS -> library().interrupt(name);
            case NEEDS_RESET, BEYOND_REPAIR -> needsReset(name, verb == Step.HardwareVerb.BEYOND_REPAIR);
            case LOSES_LINK -> library().media(name, MediaConnectState.DISCONNECTED);
            case GETS_LINK -> library().media(name, MediaConnectState.CONNECTED);
            case FORGETS_MAC, FORGETS_COALESCING_FILTERS, KEEPS_MATCH_COUNTER ->
                throw new AssertionError("is for scripted miniports");
        }
    }

    private void needsReset(String name, boolean beyondRepair) {
        AdapterContext context = context();
        if (context instanceof NetKvm.Nic nic) {
            nic.needsReset(beyondRepair);
        } else if (context instanceof Gvnic.Nic nic) {
            nic.needsReset();
            library().interrupt(name);
        }
    }

    private void receive(int count) {
        for (int i = 0; i < count; i++) {
            NetBufferList list = new NetBufferList(says.name() + "-rx" + stage.nextBuffer());
            if (context() instanceof Netvmini.Nic nic) {
                new Netvmini(library()).receive(nic, list);
            } else {
                library().NdisMIndicateReceiveNetBufferLists(library().adapter(says.name()).handle(), list, 0, 0);
            }
        }
    }

    private AdapterContext context() {
        return library().adapter(says.name()).context();
    }
}
