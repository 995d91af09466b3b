// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisHandle;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import org.jspecify.annotations.Nullable;

/** All that handles stand for. A handle is valid until what it stands for is closed or its adapter halted. */
final class CoObjects implements Digestible {
    private final Kernel kernel;
    final List<Offer> offers = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final List<Sap> saps = new ArrayList<>();
    final List<Vc> vcs = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    CoObjects(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- making

    Family family(Offer offer, Binding client) {
        AfHandle handle = new AfHandle(offer.name() + " of " + client.label(), families.size());
        Family family = new Family(handle, offer, client);
        families.add(family);
        return family;
    }

    Sap sap(Family family, Object address) {
        Sap sap = new Sap(new SapHandle(address.toString(), saps.size()), family);
        saps.add(sap);
        return sap;
    }

    Party party(Vc vc, Object parameters) {
        Party party = new Party(new PartyHandle(parameters.toString(), parties.size()), vc);
        parties.add(party);
        return party;
    }

    VcHandle vcHandle(VcContext creators) {
        String name = creators.name();
        return new VcHandle(name == null ? "vc" + (vcs.size() + 1) : name, vcs.size());
    }

    // ---- finding

    @Nullable
    Offer offer(AdapterBlock adapter, String name) {
        for (Offer offer : offers) {
            if (offer.adapter() == adapter && offer.name().equals(name)) {
                return offer;
            }
        }
        return null;
    }

    private void stale(NdisHandle handle, String call) {
        kernel.violation(0, null, call + " with a stale handle: " + handle);
    }

    @Nullable
    Family find(AfHandle handle, String call) {
        Family family = handle.index() < families.size() ? families.get(handle.index()) : null;
        if (family == null || family.handle != handle || family.closed) {
            stale(handle, call);
            return null;
        }
        return family;
    }

    @Nullable
    Sap find(SapHandle handle, String call) {
        Sap sap = handle.index() < saps.size() ? saps.get(handle.index()) : null;
        if (sap == null || sap.handle != handle || sap.deregistered) {
            stale(handle, call);
            return null;
        }
        return sap;
    }

    /** Also a deleted one. */
    @Nullable
    Vc any(VcHandle handle) {
        Vc vc = handle.index() < vcs.size() ? vcs.get(handle.index()) : null;
        return vc == null || vc.handle != handle ? null : vc;
    }

    @Nullable
    Vc find(VcHandle handle, String call) {
        Vc vc = any(handle);
        if (vc == null || vc.state() == VcState.DELETED) {
            stale(handle, call);
            return null;
        }
        return vc;
    }

    @Nullable
    Party find(PartyHandle handle, String call) {
        Party party = handle.index() < parties.size() ? parties.get(handle.index()) : null;
        if (party == null || party.handle != handle || party.dropped) {
            stale(handle, call);
            return null;
        }
        return party;
    }

    boolean isValid(NdisHandle handle) {
        if (handle instanceof AfHandle af) {
            return af.index() < families.size()
                    && families.get(af.index()).handle == af
                    && !families.get(af.index()).closed;
        } else if (handle instanceof SapHandle sap) {
            return sap.index() < saps.size()
                    && saps.get(sap.index()).handle == sap
                    && !saps.get(sap.index()).deregistered;
        } else if (handle instanceof PartyHandle party) {
            return party.index() < parties.size()
                    && parties.get(party.index()).handle == party
                    && !parties.get(party.index()).dropped;
        }
        Vc vc = handle instanceof VcHandle which ? any(which) : null;
        return vc != null && vc.state() != VcState.DELETED;
    }

    /** MiniportHaltEx has returned. */
    void halted(AdapterBlock adapter) {
        offers.removeIf(offer -> offer.adapter() == adapter);
        for (Party party : parties) {
            party.dropped |= party.vc.adapter == adapter;
        }
        for (Vc vc : vcs) {
            if (vc.adapter == adapter && vc.state() != VcState.DELETED) {
                vc.enter(VcState.DELETED);
            }
        }
        for (Sap sap : saps) {
            sap.deregistered |= sap.family.offer.adapter() == adapter;
        }
        for (Family family : families) {
            family.closed |= family.offer.adapter() == adapter;
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(offers.size());
        for (Offer offer : offers) {
            digest.add(offer.adapter().name()).add(offer.name()).add(offer.label());
        }
        digest.add(families.size());
        for (Family family : families) {
            digest.add(family.handle.name()).add(family.closed);
        }
        digest.add(saps.size());
        for (Sap sap : saps) {
            digest.add(sap.handle.name()).add(sap.family.handle.index()).add(sap.deregistered);
        }
        digest.add(vcs.size());
        for (Vc vc : vcs) {
            vc.digest(digest);
        }
        digest.add(parties.size());
        for (Party party : parties) {
            digest.add(party.handle.name()).add(party.vc.handle.index()).add(party.dropped);
        }
    }
}
