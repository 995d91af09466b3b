// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.PowerState;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** An adapter's sends: refused while the gate is closed, else accounted for from the miniport's taking to its giving back. */
final class Sends implements Digestible {
    private final AdapterBlock adapter;
    private final Kernel kernel;
    private @Nullable NetBufferList oldest;
    private @Nullable NetBufferList newest;
    private int count;

    Sends(AdapterBlock adapter) {
        this.adapter = adapter;
        this.kernel = adapter.kernel;
    }

    int count() {
        return count;
    }

    // ---- down

    /** NdisSendNetBufferLists. */
    void submit(Binding binding, @Nullable Channel channel, NetBufferList lists, int portNumber, int flags) {
        binding.flagIfResetting("sends");
        NetBufferList accepted = null;
        NetBufferList tail = null;
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            if (take(binding, channel, list)) {
                if (tail == null) {
                    accepted = list;
                } else {
                    tail.next(list);
                }
                tail = list;
            }
            list = following;
        }
        if (accepted != null) {
            down(channel == null ? adapter.indications.filters().size() - 1 : -1, accepted, portNumber, flags);
        }
    }

    /** Takes it on, or gives it back at once. */
    private boolean take(Binding binding, @Nullable Channel channel, NetBufferList list) {
        if (list.ndisReserved() instanceof SendRecord other && other.place != SendRecord.Place.BACK) {
            kernel.violation(62, adapter.name, list.name() + " is sent again before it is complete");
            return false;
        }
        SendRecord record = record(list);
        record.binding = binding;
        record.channel = channel;
        event(What.SEND, binding.label, "ndis", null, list);
        record.place = SendRecord.Place.ABOVE;
        record.resetNumber = adapter.reset.number();
        record.duringReset = adapter.reset.isAnnounced();
        record.cancelled = false;
        record.afterRemoval = adapter.removalNoticed;
        record.ticks = 0;
        binding.sends++;
        NdisStatus refusal = refusal(binding, channel);
        if (refusal == null) {
            return true;
        }
        refuse(list, refusal, binding.label);
        back(list, record, 0);
        return false;
    }

    private void refuse(NetBufferList list, NdisStatus refusal, String whom) {
        list.status(refusal);
        event(What.SEND_REFUSED, "ndis", whom, refusal, list);
    }

    private @Nullable NdisStatus refusal(Binding binding, @Nullable Channel channel) {
        if (isGated(channel)) {
            return NdisStatus.RESET_IN_PROGRESS;
        } else if (binding.closing) {
            return NdisStatus.CLOSING;
        } else if (binding.paused || adapter.state != AdapterState.RUNNING) {
            return NdisStatus.PAUSED;
        }
        if (adapter.power != PowerState.D0) {
            return NdisStatus.LOW_POWER_STATE;
        }
        return channel == null ? null : channel.refusal();
    }

    /** A connection-oriented miniport takes all it is given: there, only NDIS can refuse. */
    private boolean isGated(@Nullable Channel channel) {
        return adapter.reset.isGateClosed() && (channel != null || kernel.knobs.refusesSends());
    }

    /** To the next filter below that wants sends, or to the miniport. */
    void down(int level, NetBufferList lists, int portNumber, int flags) {
        for (int i = level; i >= 0; i--) {
            FilterModule filter = adapter.indications.filters().get(i);
            if (filter.characteristics.sendHandler()) {
                filter.driver.FilterSendNetBufferLists(filter.context(), lists, portNumber, flags);
                kernel.settle();
                return;
            }
        }
        toMiniport(lists, portNumber, flags);
    }

    private void toMiniport(NetBufferList given, int portNumber, int flags) {
        NetBufferList lists = passable(given);
        if (lists == null) {
            return;
        }
        Channel channel = record(lists).channel;
        boolean gated = isGated(channel);
        for (NetBufferList list = lists; list != null; ) {
            NetBufferList following = list.next();
            if (gated) {
                list.next(null);
                refuse(list, NdisStatus.RESET_IN_PROGRESS, "filters");
                up(0, list, 0);
            } else {
                event(What.SEND_TO_MINIPORT, "ndis", adapter.miniport, null, list);
                link(list);
            }
            list = following;
        }
        if (!gated) {
            if (channel == null) {
                adapter.driver.MiniportSendNetBufferLists(adapter.context(), lists, portNumber, flags);
            } else {
                channel.toMiniport(lists, flags);
            }
            kernel.settle();
        }
    }

    /** Those of a chain that are above the miniport; a filter could pass others down, too. */
    private @Nullable NetBufferList passable(NetBufferList lists) {
        NetBufferList first = lists;
        NetBufferList before = null;
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            if (record(list).place == SendRecord.Place.ABOVE) {
                before = list;
            } else {
                kernel.violation(62, adapter.name, list.name() + " isn't the filter's to pass down");
                if (before == null) {
                    first = following;
                } else {
                    before.next(following);
                }
            }
            list = following;
        }
        return first;
    }

    // ---- up

    /** NdisMSendNetBufferListsComplete. */
    void complete(NetBufferList lists, int flags) {
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            if (record(list).place == SendRecord.Place.MINIPORT) {
                unlink(list);
                event(What.SEND_COMPLETE, adapter.miniport, "ndis", list.status(), list);
                check(list);
                up(record(list).channel == null ? 0 : Integer.MAX_VALUE, list, flags);
            } else {
                kernel.violation(62, adapter.name, list.name() + " is completed, but the miniport doesn't have it");
            }
            list = following;
        }
    }

    private void check(NetBufferList list) {
        NdisStatus status = list.status();
        SendRecord record = record(list);
        if (status.equals(NdisStatus.SEND_ABORTED)) {
            if (!record.cancelled) {
                kernel.violation(61, adapter.name, list.name() + " ends with SEND_ABORTED, but nobody cancelled it");
            }
        } else if (record.afterRemoval && !status.equals(NdisStatus.NOT_ACCEPTED)) {
            kernel.violation(
                    84,
                    adapter.name,
                    list.name() + " came after the surprise removal and ends with " + status + ", not NOT_ACCEPTED");
        } else if (isLesserRefusal(status, record)) {
            kernel.violation(
                    85, adapter.name, list.name() + " is refused with " + status + ", but there is more to say");
        } else if (adapter.reset.isUnansweredByMiniport() && status.value() != 0 && !isAllowedAbort(status, record)) {
            kernel.violation(
                    60, adapter.name, list.name() + " is aborted with " + status + " and not " + abortStatus(record));
        }
    }

    /** A send that came during a reset is refused because of that, whatever else there is; next comes pausing, then power. */
    private boolean isLesserRefusal(NdisStatus status, SendRecord record) {
        boolean power = status.equals(NdisStatus.LOW_POWER_STATE);
        boolean resetting = adapter.reset.isUnansweredByMiniport() && record.duringReset;
        return (resetting && (power || status.equals(NdisStatus.PAUSED)))
                || (power && adapter.state != AdapterState.RUNNING);
    }

    private NdisStatus abortStatus(SendRecord record) {
        return record.channel == null ? kernel.knobs.sendAbortStatus() : kernel.knobs.coSendAbortStatus();
    }

    private boolean isAllowedAbort(NdisStatus status, SendRecord record) {
        return status.equals(abortStatus(record)) || (adapter.removalNoticed && status.equals(NdisStatus.NOT_ACCEPTED));
    }

    /** To the next filter above that wants sends, or to the binding. */
    void up(int level, NetBufferList lists, int flags) {
        for (int i = level; i < adapter.indications.filters().size(); i++) {
            FilterModule filter = adapter.indications.filters().get(i);
            if (filter.characteristics.sendHandler()) {
                filter.driver.FilterSendNetBufferListsComplete(filter.context(), lists, flags);
                kernel.settle();
                return;
            }
        }
        NetBufferList list = lists;
        while (list != null) {
            NetBufferList following = list.next();
            list.next(null);
            SendRecord record = record(list);
            if (record.place == SendRecord.Place.ABOVE) {
                back(list, record, flags);
            } else {
                kernel.violation(62, adapter.name, list.name() + " isn't the filter's to complete");
            }
            list = following;
        }
    }

    private void back(NetBufferList list, SendRecord record, int flags) {
        record.place = SendRecord.Place.BACK;
        Binding binding = record.binding;
        if (binding != null) {
            binding.sends--;
            if (record.channel == null) {
                binding.protocol.ProtocolSendNetBufferListsComplete(binding.context, list, flags);
            } else {
                record.channel.back(list, flags);
            }
            kernel.settle();
            binding.returned();
        }
    }

    /** NdisCancelSendNetBufferLists. */
    void cancel(Binding binding, Object cancelId) {
        kernel.log.event(What.CANCEL_SEND, adapter.name, binding.label, "ndis", cancelId.toString());
        for (NetBufferList list = oldest; list != null; list = record(list).later) {
            if (binding.equals(record(list).binding) && cancelId.equals(list.cancelId())) {
                record(list).cancelled = true;
            }
        }
        kernel.log.event(What.CANCEL_SEND, adapter.name, "ndis", adapter.miniport, cancelId.toString());
        if (adapter.isCallable()) {
            adapter.driver.MiniportCancelSend(adapter.context(), cancelId);
            kernel.settle();
        }
    }

    // ---- the books

    private static SendRecord record(NetBufferList list) {
        if (list.ndisReserved() instanceof SendRecord record) {
            return record;
        }
        SendRecord fresh = new SendRecord();
        list.ndisReserved(fresh);
        return fresh;
    }

    private void link(NetBufferList list) {
        SendRecord record = record(list);
        record.place = SendRecord.Place.MINIPORT;
        record.earlier = newest;
        record.later = null;
        if (newest == null) {
            oldest = list;
        } else {
            record(newest).later = list;
        }
        newest = list;
        count++;
        adapter.changed();
        if (record.channel != null) {
            record.channel.count(1);
        }
    }

    private void unlink(NetBufferList list) {
        SendRecord record = record(list);
        record.place = SendRecord.Place.ABOVE;
        if (record.earlier == null) {
            oldest = record.later;
        } else {
            record(record.earlier).later = record.later;
        }
        if (record.later == null) {
            newest = record.earlier;
        } else {
            record(record.later).earlier = record.earlier;
        }
        record.earlier = null;
        record.later = null;
        count--;
        adapter.changed();
        if (record.channel != null) {
            record.channel.count(-1);
        }
    }

    /** A check for hangs: returns for how many the oldest send has been out. */
    int tick() {
        for (NetBufferList list = oldest; list != null; list = record(list).later) {
            record(list).ticks++;
        }
        return oldest == null ? 0 : record(oldest).ticks;
    }

    String unfinished() {
        return unfinished(Integer.MAX_VALUE, false) + unfinished(Integer.MAX_VALUE, true);
    }

    /** What is in the miniport since before that reset, on VCs or not. */
    String unfinished(int reset, boolean onVcs) {
        StringBuilder text = new StringBuilder();
        for (NetBufferList list = oldest; list != null; list = record(list).later) {
            SendRecord record = record(list);
            boolean before = reset == Integer.MAX_VALUE || record.resetNumber < reset || !record.duringReset;
            if (before && (record.channel != null) == onVcs) {
                text.append(" send ").append(list.name());
                if (record.channel != null) {
                    text.append(" on ").append(record.channel.name());
                }
            }
        }
        return text.toString();
    }

    private void event(What what, String from, String to, @Nullable NdisStatus status, NetBufferList list) {
        if (kernel.log.isOn()) {
            Channel channel = record(list).channel;
            String vc = channel == null ? null : channel.name();
            kernel.log.event(what, adapter.name, from, to, vc, status, 0, list.name(), 0, null, false);
        }
    }

    @Override
    public void digest(Digest digest) {
        digest.add(count);
        for (NetBufferList list = oldest; list != null; list = record(list).later) {
            SendRecord record = record(list);
            digest.add(list.name()).add(record.ticks).add(record.cancelled);
            digest.add(record.duringReset).add(record.resetNumber == adapter.reset.number());
        }
    }
}
