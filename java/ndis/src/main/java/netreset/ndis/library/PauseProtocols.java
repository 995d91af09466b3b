// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digest;
import netreset.ndis.NetPnPEvent;
import netreset.ndis.sim.Activity;
import org.jspecify.annotations.Nullable;

/**
 * Pauses an adapter's protocols, one a step. A protocol's pause is over when all it has sent is back: a miniport that keeps
 * sends until its reset is over keeps the pause waiting, and one that keeps them for ever, for ever.
 */
final class PauseProtocols extends Activity {
    private final AdapterBlock adapter;

    PauseProtocols(AdapterBlock adapter) {
        this.adapter = adapter;
    }

    private @Nullable Binding next() {
        for (int i = 0; i < adapter.bindings.count(); i++) {
            Binding binding = adapter.bindings.get(i);
            if (!binding.paused && !binding.closing) {
                return binding;
            }
        }
        return null;
    }

    private boolean isAllBack() {
        for (int i = 0; i < adapter.bindings.count(); i++) {
            if (adapter.bindings.get(i).sends > 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isReady() {
        return switch (adapter.state) {
            case RUNNING -> next() != null || isAllBack();
            case RESTARTING -> false;
            default -> true;
        };
    }

    @Override
    public boolean step() {
        Binding binding = adapter.state == AdapterState.RUNNING ? next() : null;
        if (binding == null) {
            return true;
        }
        binding.pnp(NetPnPEvent.PAUSE);
        return false;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(6);
    }
}
