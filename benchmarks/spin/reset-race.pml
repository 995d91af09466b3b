/* SPDX-License-Identifier: Apache-2.0
 * netreset.ndis.miniports.ResetRaceNic: a reset handler starts its hardware, whose end a work item sees, perhaps before the
 * handler is done; whoever comes second completes the reset. Each statement is one step of the Java model's scripts. Of NDIS
 * there is what decides about completion only: no trace, no gate, no bindings. So verdicts compare; numbers of states
 * don't, as the Java model holds all of NDIS.
 *
 * NICS: so many at once, which know nothing of one another.
 * LOCKED: handler and work item find out under a spin lock who is second. */
#ifndef NICS
#define NICS 1
#endif
bool done[NICS], pended[NICS], seenDone[NICS], seenPended[NICS], queued[NICS], locked[NICS];
byte finished[NICS];       /* of the two processes */
byte completed[NICS];      /* NdisMResetComplete, and the handler's result where it is SUCCESS */

inline acquire(nic) {
#ifdef LOCKED
    atomic { !locked[nic] -> locked[nic] = true }
#else
    skip
#endif
}

inline release(nic) {
#ifdef LOCKED
    locked[nic] = false
#else
    skip
#endif
}

/* R46, R55: when both are done, the reset has been completed exactly once. */
inline finish(nic) {
    finished[nic]++;
    assert(finished[nic] < 2 || completed[nic] == 1)
}

proctype handler(byte nic) {
    acquire(nic);
    queued[nic] = true;
    seenDone[nic] = done[nic];
    pended[nic] = !seenDone[nic];
    release(nic);
    if
    :: atomic { seenDone[nic] -> completed[nic]++; finish(nic) }
    :: atomic { !seenDone[nic] -> finish(nic) }
    fi
}

proctype work(byte nic) {
    queued[nic];
    acquire(nic);
    seenPended[nic] = pended[nic];
    done[nic] = true;
    release(nic);
    if
    :: atomic { seenPended[nic] -> completed[nic]++; finish(nic) }
    :: atomic { !seenPended[nic] -> finish(nic) }
    fi
}

init {
    byte nic;
    atomic {
        for (nic : 0 .. NICS - 1) {
            run handler(nic);
            run work(nic)
        }
    }
}
