// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.List;
import java.util.function.Function;
import netreset.ndis.BindParameters;
import netreset.ndis.BindingContext;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/**
 * Two protocols that show what a reset is for those above: one sends a list once the other has been told RESET_START, but
 * not yet itself, so that it can't know better; NDIS refuses it, and takes the same list after RESET_END.
 */
@SuppressWarnings("MemberName") // C's names
final class NdisDemonstration {
    private @Nullable Sender sender;
    private @Nullable Binding sending;

    /** In the order in which they are bound, and told. */
    List<Function<Ndis, ProtocolDriver<?>>> protocols() {
        return List.of(First::new, this::sender);
    }

    private Sender sender(Ndis ndis) {
        Sender made = new Sender(ndis);
        sender = made;
        return made;
    }

    private static final class Binding extends BindingContext {
        private boolean refused;
    }

    private final class First implements ProtocolDriver<Binding> {
        private final Ndis ndis;

        First(Ndis ndis) {
            this.ndis = ndis;
        }

        @Override
        public Ndis ndis() {
            return ndis;
        }

        @Override
        public Binding newContext(BindParameters adapter) {
            return new Binding();
        }

        @Override
        public void ProtocolStatusEx(Binding binding, StatusIndication indication) {
            if (indication.statusCode().equals(NdisStatus.RESET_START) && sender != null && sending != null) {
                sender.send(sending);
            }
        }
    }

    private final class Sender implements ProtocolDriver<Binding> {
        private final Ndis ndis;

        Sender(Ndis ndis) {
            this.ndis = ndis;
        }

        @Override
        public Ndis ndis() {
            return ndis;
        }

        @Override
        public Binding newContext(BindParameters adapter) {
            Binding made = new Binding();
            sending = made;
            return made;
        }

        void send(Binding binding) {
            ndis.NdisSendNetBufferLists(binding.handle(), new NetBufferList("nbl1"), 0, 0);
        }

        @Override
        public void ProtocolSendNetBufferListsComplete(Binding binding, NetBufferList lists, int flags) {
            binding.refused = lists.status().equals(NdisStatus.RESET_IN_PROGRESS);
        }

        @Override
        public void ProtocolStatusEx(Binding binding, StatusIndication indication) {
            if (indication.statusCode().equals(NdisStatus.RESET_END) && binding.refused) {
                binding.refused = false;
                send(binding);
            }
        }
    }
}
