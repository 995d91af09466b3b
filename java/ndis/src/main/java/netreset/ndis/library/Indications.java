// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/** The way up of a status indication: through the filter modules that listen, the lowest first, then to the bindings. */
final class Indications {
    /** Before the first. */
    static final long FROM_THE_START = -1;
    /** After the last. */
    static final long ALL_TOLD = Long.MAX_VALUE;

    private final AdapterBlock adapter;
    private final List<FilterModule> filters = new ArrayList<>();

    Indications(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    List<FilterModule> filters() {
        return filters;
    }

    /**
     * Tells one more: with listening filters, the lowest one, which tells the others; else the next binding.
     *
     * @param told the turn of the last one that was told
     * @return the turn of this one; {@link #ALL_TOLD} if there was none left, or if it was a filter
     */
    long tellNext(StatusIndication indication, long told) {
        if (told == FROM_THE_START) {
            FilterModule filter = listening(indication, 0);
            if (filter != null) {
                filter.status(indication);
                return ALL_TOLD;
            }
        }
        Binding binding = next(indication, told);
        if (binding == null) {
            return ALL_TOLD;
        }
        binding.status(indication);
        return binding.turn;
    }

    /** Whether the next one isn't being told something else at the time. */
    boolean isFree(StatusIndication indication, long told) {
        Binding binding = next(indication, told);
        return binding == null || !binding.isBeingTold();
    }

    /** Whether nobody is still to be told of it, or in the middle of that. */
    boolean isDelivered(StatusIndication indication) {
        for (int i = 0; i < adapter.bindings.count(); i++) {
            if (adapter.bindings.get(i).isStillToBeTold(indication)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Binding next(StatusIndication indication, long told) {
        Binding binding = adapter.bindings.after(told);
        while (binding != null && !binding.isFor(indication)) {
            binding = adapter.bindings.after(binding.turn);
        }
        return binding;
    }

    /** Tells all from a level of filters on, now. */
    void tellAll(StatusIndication indication, int fromLevel) {
        FilterModule filter = listening(indication, fromLevel);
        if (filter != null) {
            filter.status(indication);
            return;
        }
        Binding binding = next(indication, FROM_THE_START);
        while (binding != null) {
            binding.status(indication);
            adapter.kernel.simulation.preempt();
            binding = next(indication, binding.turn);
        }
    }

    private @Nullable FilterModule listening(StatusIndication indication, int fromLevel) {
        for (int i = fromLevel; i < filters.size(); i++) {
            if (filters.get(i).isFor(indication)) {
                return filters.get(i);
            }
        }
        return null;
    }

    /** NdisMIndicateStatusEx. */
    void fromMiniport(StatusIndication indication) {
        NdisStatus code = indication.statusCode();
        if (code.equals(NdisStatus.RESET_START) || code.equals(NdisStatus.RESET_END)) {
            adapter.kernel.violation(29, adapter.name, adapter.miniport + " itself indicates " + code);
        }
        adapter.link.indicated(indication);
        tellAll(indication, 0);
    }
}
