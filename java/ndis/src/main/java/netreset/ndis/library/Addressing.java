// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.Oid;
import netreset.ndis.OidRequest;
import netreset.ndis.rules.Profile;
import org.jspecify.annotations.Nullable;

/** What protocols have set of an adapter's addressing, so that NDIS can set it again. */
final class Addressing implements Digestible {
    private final Map<String, Integer> packetFilters = new LinkedHashMap<>();
    private final Map<String, List<Object>> multicasts = new LinkedHashMap<>();
    private final Set<Object> wakePatterns = new LinkedHashSet<>();
    private @Nullable Object encapsulation;
    private @Nullable Object lookahead;

    /** Remembers a request that came back, if it set something of this. */
    void came(@Nullable Binding binding, OidRequest request, NdisStatus status) {
        if (binding != null && request.type() == OidRequest.Type.SET && status.equals(NdisStatus.SUCCESS)) {
            set(binding.label, request.oid(), request.information());
        }
    }

    private void set(String by, int oid, @Nullable Object information) {
        switch (oid) {
            case Oid.GEN_CURRENT_PACKET_FILTER ->
                packetFilters.put(by, information instanceof Number bits ? bits.intValue() : 0);
            case Oid.MULTICAST_LIST_802_3 -> multicasts.put(by, listed(information));
            case Oid.OFFLOAD_ENCAPSULATION -> encapsulation = information;
            case Oid.GEN_CURRENT_LOOKAHEAD -> lookahead = information;
            case Oid.PNP_ADD_WAKE_UP_PATTERN -> {
                if (information != null) {
                    wakePatterns.add(information);
                }
            }
            case Oid.PNP_REMOVE_WAKE_UP_PATTERN -> {
                if (information != null) {
                    wakePatterns.remove(information);
                }
            }
            default -> {
                // Not NDIS's to restore.
            }
        }
    }

    private static List<Object> listed(@Nullable Object information) {
        List<Object> list = new ArrayList<>();
        if (information instanceof Iterable<?> addresses) {
            addresses.forEach(list::add);
        } else if (information != null) {
            list.add(information);
        }
        return list;
    }

    /** Gives the miniport the union over all bindings, this one as it is to be. */
    void merge(OidRecord record) {
        if (record.binding == null || !record.isMerged()) {
            return;
        }
        String by = record.binding.label;
        if (record.request.oid() == Oid.GEN_CURRENT_PACKET_FILTER) {
            int union = record.asked instanceof Number bits ? bits.intValue() : 0;
            for (Map.Entry<String, Integer> other : packetFilters.entrySet()) {
                union |= other.getKey().equals(by) ? 0 : other.getValue();
            }
            record.request.information(union);
        } else {
            Set<Object> union = new LinkedHashSet<>();
            multicasts.forEach((other, list) -> union.addAll(other.equals(by) ? List.of() : list));
            union.addAll(listed(record.asked));
            record.request.information(List.copyOf(union));
        }
    }

    /** A binding is gone, and what it alone wanted with it. */
    void closed(Binding binding) {
        packetFilters.remove(binding.label);
        multicasts.remove(binding.label);
    }

    /** The union of all bindings' packet filters. */
    int packetFilter() {
        int union = 0;
        for (int bits : packetFilters.values()) {
            union |= bits;
        }
        return union;
    }

    /** The union of all bindings' multicast lists. */
    List<Object> multicastList() {
        Set<Object> union = new LinkedHashSet<>();
        multicasts.values().forEach(union::addAll);
        return List.copyOf(union);
    }

    /** The requests that set all of it again, as far as it was ever set. */
    List<OidRequest> requests(Profile version) {
        List<OidRequest> requests = new ArrayList<>();
        if (!packetFilters.isEmpty()) {
            requests.add(OidRequest.set("restore packet filter", Oid.GEN_CURRENT_PACKET_FILTER, packetFilter()));
        }
        if (!multicasts.isEmpty()) {
            requests.add(OidRequest.set("restore multicast list", Oid.MULTICAST_LIST_802_3, multicastList()));
        }
        if (encapsulation != null) {
            requests.add(OidRequest.set("restore encapsulation", Oid.OFFLOAD_ENCAPSULATION, encapsulation));
        }
        for (Object pattern : wakePatterns) {
            requests.add(OidRequest.set("restore wake-up pattern", Oid.PNP_ADD_WAKE_UP_PATTERN, pattern));
        }
        if (lookahead != null && !version.isAtLeast(Profile.NDIS_6_20)) {
            requests.add(OidRequest.set("restore lookahead", Oid.GEN_CURRENT_LOOKAHEAD, lookahead));
        }
        return requests;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(packetFilters.size(), multicasts.size());
        packetFilters.forEach((by, bits) -> digest.add(by).add(bits.longValue()));
        multicasts.forEach((by, list) -> digest.add(by).add((Object) list));
        digest.add(wakePatterns).add(encapsulation).add(lookahead);
    }
}
