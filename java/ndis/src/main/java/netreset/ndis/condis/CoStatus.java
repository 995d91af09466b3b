// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import netreset.ndis.BindingContext;
import netreset.ndis.StatusIndication;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Kernel;
import org.jspecify.annotations.Nullable;

/** Tells bindings of statuses: each one thing at a time; what comes meanwhile is told after that. */
final class CoStatus {
    private final Kernel kernel;
    private final List<@Nullable Ear> ears = new ArrayList<>();

    CoStatus(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Something to be told. */
    private record Message(@Nullable Vc vc, StatusIndication indication) {}

    /** A binding as far as it is told things. */
    private static final class Ear {
        private final ArrayDeque<Message> later = new ArrayDeque<>();
        private @Nullable Message now;
    }

    private Ear ear(Binding binding) {
        int index = binding.handle().index();
        while (ears.size() <= index) {
            ears.add(null);
        }
        Ear ear = ears.get(index);
        if (ear == null) {
            ear = new Ear();
            ears.set(index, ear);
        }
        return ear;
    }

    boolean isTelling(Binding binding) {
        return ear(binding).now != null;
    }

    /** Whether it hasn't been told of this yet, or not to the end. */
    boolean isStillToTell(Binding binding, StatusIndication indication) {
        Ear ear = ear(binding);
        if (ear.now != null && ear.now.indication().equals(indication)) {
            return true;
        }
        for (Message message : ear.later) {
            if (message.indication().equals(indication)) {
                return true;
            }
        }
        return false;
    }

    void tell(Binding binding, @Nullable Vc vc, StatusIndication indication) {
        Ear ear = ear(binding);
        ear.later.add(new Message(vc, indication));
        if (ear.now != null) {
            return;
        }
        ear.now = ear.later.poll();
        while (ear.now != null) {
            deliver(binding, ear.now);
            ear.now = ear.later.poll();
        }
    }

    @SuppressWarnings("unchecked") // only connection-oriented protocols' bindings come here
    private void deliver(Binding binding, Message message) {
        if (!binding.isClosed()) {
            Vc vc = message.vc();
            binding.tell(message.indication(), vc == null ? null : vc.name());
            ((CoProtocolDriver<BindingContext>) (Object) binding.protocol())
                    .ProtocolCoStatusEx(binding.context(), vc == null ? null : vc.ownerContext, message.indication());
            kernel.settle();
        }
    }
}
