// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import org.jspecify.annotations.Nullable;

/**
 * The unit of sending and receiving, NET_BUFFER_LIST: it goes down with a send and comes back, once, with the completion,
 * whose result is its {@link #status}. Lists are chained by {@link #next}.
 */
public final class NetBufferList extends NdisStructure {
    private @Nullable NetBufferList next;
    private NdisStatus status = NdisStatus.SUCCESS;
    private @Nullable Object cancelId;
    private @Nullable Object data;

    public NetBufferList(String name) {
        super(name);
    }

    public @Nullable NetBufferList next() {
        return next;
    }

    public void next(@Nullable NetBufferList list) {
        next = list;
    }

    /** What came of it; set by whoever completes it. */
    public NdisStatus status() {
        return status;
    }

    public void status(NdisStatus result) {
        status = result;
    }

    /** What NdisCancelSendNetBufferLists finds it by; {@code null} if it cannot be cancelled. */
    public @Nullable Object cancelId() {
        return cancelId;
    }

    public void cancelId(@Nullable Object id) {
        cancelId = id;
    }

    /** What it carries, if that matters. */
    public @Nullable Object data() {
        return data;
    }

    public void data(@Nullable Object carried) {
        data = carried;
    }
}
