// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Irql;
import netreset.ndis.NdisSpinLock;
import netreset.ndis.sim.Agent;

/** Spin locks and levels. */
final class Locks {
    private final Kernel kernel;

    Locks(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Who holds a lock, and at which level it was before. */
    private record Holder(Agent agent, int irqlBefore) {}

    void acquire(NdisSpinLock lock, boolean atDispatch) {
        Agent agent = kernel.current();
        kernel.isAbove(Irql.DISPATCH, 0, null, "NdisAcquireSpinLock");
        if (atDispatch && agent.irql() < Irql.DISPATCH) {
            kernel.violation(0, null, "NdisDprAcquireSpinLock below DISPATCH");
        }
        if (lock.ndisReserved() instanceof Holder holder && holder.agent() == agent) {
            kernel.violation(0, null, lock.name() + " is taken twice by " + agent.name());
            return;
        }
        kernel.simulation.await(lock::isFree);
        lock.ndisReserved(new Holder(agent, agent.irql()));
        agent.irql(Math.max(agent.irql(), Irql.DISPATCH));
        agent.locks(agent.locks() + 1);
    }

    void release(NdisSpinLock lock, boolean atDispatch) {
        Agent agent = kernel.current();
        if (lock.ndisReserved() instanceof Holder holder && holder.agent() == agent) {
            lock.ndisReserved(null);
            agent.locks(agent.locks() - 1);
            agent.irql(atDispatch ? Irql.DISPATCH : holder.irqlBefore());
        } else {
            kernel.violation(0, null, lock.name() + " is released by " + agent.name() + ", which doesn't hold it");
        }
    }
}
