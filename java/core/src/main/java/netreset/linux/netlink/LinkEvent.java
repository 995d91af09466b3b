// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

/**
 * What happened to the links of a namespace. A hint, not a history: the kernel merges events, so a short outage may show
 * in no event at all, only in the carrier counters.
 */
public sealed interface LinkEvent {
    /** A link is new or something about it has changed; which, only a comparison tells. */
    record Changed(Link link) implements LinkEvent {}

    /** A link is gone from this namespace: removed, or moved to another one. */
    record Deleted(Link link) implements LinkEvent {}

    /**
     * Events were lost, here or later: the kernel says so before the events it still has queued. Only a new dump tells
     * how the links are, and times are approximate.
     */
    record Lost() implements LinkEvent {}
}
