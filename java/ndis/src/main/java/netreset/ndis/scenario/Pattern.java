// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario;

import netreset.ndis.NdisStatus;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be like; whatever is {@code null} may be anything.
 *
 * @param irql the level; -1 is any
 * @param oid the OID; 0 is any
 * @param rule the rule; 0 is any
 * @param saying what its text contains
 * @param notBefore the earliest time, in nanoseconds
 * @param notAfter the latest time, in nanoseconds
 */
public record Pattern(
        Place at,
        What what,
        @Nullable String agent,
        int irql,
        @Nullable String adapter,
        @Nullable String from,
        @Nullable String to,
        @Nullable String vc,
        @Nullable NdisStatus status,
        int oid,
        @Nullable String nbl,
        int rule,
        @Nullable String saying,
        long notBefore,
        long notAfter) {}
