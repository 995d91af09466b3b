// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.trace;

import netreset.ndis.NdisStatus;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param seq its place in the log, from 1
 * @param atNanos when: nanoseconds since the model's start, of virtual time, or of the monotonic clock if a real NIC is
 *     behind the model
 * @param agent what ran: {@code worker}, {@code isr nic0}, {@code dpc nic0}, {@code timer nic0}, {@code thread NAME}
 * @param irql the level it ran at
 * @param what its kind
 * @param adapter the adapter it is about; {@code null} if none
 * @param from who called or sent: {@code ndis}, {@code miniport nic0}, {@code filter F}, {@code protocol P} (for a binding
 *     of its {@code protocol P/nic0}), {@code hardware nic0}
 * @param to whom; {@code null} if it has no second party
 * @param vc the virtual connection it is about; {@code null} if none
 * @param status the status passed or returned; {@code null} if none
 * @param oid the OID, as in {@code ntddndis.h}; 0 if none
 * @param nbl the net buffer list's or OID request's name; {@code null} if none
 * @param rule the rule a violation or note is about; 0 if none
 * @param text what else there is to say, for people; {@code null} if nothing
 * @param real true if a real device did it, false if the model pretends
 */
public record Event(
        long seq,
        long atNanos,
        String agent,
        int irql,
        What what,
        @Nullable String adapter,
        String from,
        @Nullable String to,
        @Nullable String vc,
        @Nullable NdisStatus status,
        int oid,
        @Nullable String nbl,
        int rule,
        @Nullable String text,
        boolean real) {}
