/* SPDX-License-Identifier: Apache-2.0
 * netreset.ndis.miniports.ResetRaceNic: a reset handler starts its hardware, whose end a work item sees, perhaps before the
 * handler is done; whoever comes second completes the reset. Each statement is one step of the Java model's scripts. Of NDIS
 * there is what decides about completion only: no trace, no gate, no other bindings. So verdicts compare. Numbers
 * of states don't, as the Java model holds all of NDIS; nor do states a second, as so few take pan no time but its start.
 *
 * LOCKED: handler and work item find out under a spin lock who is second. */
bool done, pended, seenDone, seenPended, queued, locked;
byte finished;       /* of the two processes */
byte completed;      /* NdisMResetComplete, and the handler's result where it is SUCCESS */

inline acquire() {
#ifdef LOCKED
    atomic { !locked -> locked = true }
#else
    skip
#endif
}

inline release() {
#ifdef LOCKED
    locked = false
#else
    skip
#endif
}

/* R46, R55: when both are done, the reset has been completed exactly once. */
inline finish() {
    finished++;
    assert(finished < 2 || completed == 1)
}

active proctype handler() {
    acquire();
    queued = true;
    seenDone = done;
    pended = !seenDone;
    release();
    if
    :: atomic { seenDone -> completed++; finish() }
    :: atomic { !seenDone -> finish() }
    fi
}

active proctype work() {
    queued;
    acquire();
    seenPended = pended;
    done = true;
    release();
    if
    :: atomic { seenPended -> completed++; finish() }
    :: atomic { !seenPended -> finish() }
    fi
}
