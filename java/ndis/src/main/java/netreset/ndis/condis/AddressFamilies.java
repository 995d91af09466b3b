// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import netreset.ndis.BindingContext;
import netreset.ndis.NdisStatus;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import netreset.ndis.library.NdisLibrary;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** Address families that call managers offer and clients open, and the service access points that clients register in them. */
final class AddressFamilies {
    private final NdisLibrary ndis;
    private final Kernel kernel;
    private final CoObjects objects;

    AddressFamilies(NdisLibrary ndis, CoObjects objects) {
        this.ndis = ndis;
        this.kernel = ndis.kernel();
        this.objects = objects;
    }

    /** Tells the clients bound to the adapter. */
    @SuppressWarnings("unchecked") // clients get the contexts they made
    NdisStatus offer(Offer offer) {
        if (objects.offer(offer.adapter(), offer.name()) != null) {
            return NdisStatus.FAILURE;
        }
        objects.offers.add(offer);
        event(offer, offer.label(), "ndis", "offers " + offer.name());
        for (Binding binding : ndis.bindings(offer.adapter())) {
            if ((Object) binding.protocol() instanceof ClientDriver<?> client) {
                ((ClientDriver<BindingContext>) client).ProtocolCoAfRegisterNotify(binding.context(), offer.name());
                kernel.settle();
            }
        }
        return NdisStatus.SUCCESS;
    }

    /** Returns {@code null} if nobody offers it, the binding isn't a client's, or the call manager refuses. */
    @Nullable
    AfHandle open(Binding binding, String name) {
        Offer offer = objects.offer(binding.adapter(), name);
        if (offer == null || !((Object) binding.protocol() instanceof ClientDriver<?>)) {
            return null;
        }
        Family family = objects.family(offer, binding);
        if (!kernel.settled(offer.manager().ProtocolCmOpenAf(family.handle)).equals(NdisStatus.SUCCESS)) {
            family.closed = true;
            return null;
        }
        event(offer, binding.label(), offer.label(), "opens " + name);
        return family.handle;
    }

    void close(Family family) {
        family.closed = true;
        toManager(family, "closes " + family.offer.name());
        family.offer.manager().ProtocolCmCloseAf(family.handle);
        kernel.settle();
    }

    /** Returns {@code null} if the call manager refuses. */
    @Nullable
    SapHandle register(Family family, Object address) {
        Sap sap = objects.sap(family, address);
        CallManager manager = family.offer.manager();
        if (!kernel.settled(manager.ProtocolCmRegisterSap(family.handle, sap.handle, address))
                .equals(NdisStatus.SUCCESS)) {
            sap.deregistered = true;
            return null;
        }
        toManager(family, "registers SAP " + address);
        return sap.handle;
    }

    void deregister(Sap sap) {
        sap.deregistered = true;
        toManager(sap.family, "deregisters SAP " + sap.handle.name());
        sap.family.offer.manager().ProtocolCmDeregisterSap(sap.handle);
        kernel.settle();
    }

    private void toManager(Family family, String text) {
        event(family.offer, family.client.label(), family.offer.label(), text);
    }

    private void event(Offer offer, String from, String to, String text) {
        kernel.log().event(What.CO_OBJECT, offer.adapter().name(), from, to, text);
    }
}
