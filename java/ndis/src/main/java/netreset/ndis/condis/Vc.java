// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.Objects;
import netreset.ndis.AdapterContext;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.library.AdapterBlock;
import netreset.ndis.library.Binding;
import netreset.ndis.library.Channel;
import org.jspecify.annotations.Nullable;

/** A virtual connection: whose it is, and in what state. What changes the state is in {@link Activation} and {@link Calls}. */
final class Vc implements Channel, Digestible {
    /** What a call on it is at. */
    enum Call {
        NONE,
        OUTGOING,
        INCOMING,
        UP,
        /** The network, or a reset, has closed it; the client hasn't yet. */
        CLOSED_BELOW,
        CLOSING
    }

    final VcHandle handle;
    final AdapterBlock adapter;
    /** {@code null} for a call manager's signalling VC. */
    final @Nullable Family family;
    /** Who sends on it. */
    final Binding owner;
    /** The client's context, or that of the call manager whose signalling VC it is. */
    final VcContext ownerContext;
    /** The call manager's. */
    VcContext managerContext;

    VcContext miniportContext;
    /** The call manager made it, and not the client. */
    boolean isManagers;

    private VcState state = VcState.CREATED;
    /** Of an activation under way. */
    @Nullable
    Object wanted;
    /** In force. */
    @Nullable
    Object parameters;
    /** A deactivation waits for a re-activation. */
    boolean deactivates;

    Call call = Call.NONE;
    private int sends;

    Vc(VcHandle handle, AdapterBlock adapter, @Nullable Family family, Binding owner, VcContext ownerContext) {
        this.handle = handle;
        this.adapter = adapter;
        this.family = family;
        this.owner = owner;
        this.ownerContext = ownerContext;
        this.managerContext = ownerContext;
        this.miniportContext = ownerContext;
    }

    VcState state() {
        return state;
    }

    /** An operation on the VC, not a reset, brings it into a state. */
    void enter(VcState next) {
        state = next;
    }

    int sends() {
        return sends;
    }

    @SuppressWarnings("unchecked") // a driver gets the contexts it made
    CoMiniportDriver<AdapterContext> miniport() {
        return (CoMiniportDriver<AdapterContext>) (Object) adapter.driver();
    }

    /** Who made it, as events call it. */
    String creator() {
        return isManagers ? family().offer.label() : owner.label();
    }

    Family family() {
        return Objects.requireNonNull(family, "a signalling VC has no family");
    }

    /** Whether its call manager is the miniport itself. */
    boolean isMcm() {
        return family != null && family.offer.isMcm();
    }

    @Override
    public String name() {
        return handle.name();
    }

    @Override
    public @Nullable NdisStatus refusal() {
        return switch (state) {
            case ACTIVE, REACTIVATING -> null;
            default -> NdisStatus.VC_NOT_ACTIVATED;
        };
    }

    @Override
    public void toMiniport(NetBufferList lists, int flags) {
        miniport().MiniportCoSendNetBufferLists(miniportContext, lists, flags);
    }

    @SuppressWarnings("unchecked") // only connection-oriented protocols create VCs
    @Override
    public void back(NetBufferList list, int flags) {
        CoProtocolDriver<BindingContext> driver = (CoProtocolDriver<BindingContext>) (Object) owner.protocol();
        driver.ProtocolCoSendNetBufferListsComplete(ownerContext, list, flags);
    }

    @Override
    public void count(int change) {
        sends += change;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(handle.name())
                .add(family == null ? -1 : family.handle.index())
                .add(owner.label())
                .add(isManagers)
                .add(state)
                .add(call)
                .add(deactivates)
                .add(sends);
        digest.add(wanted).add(parameters);
        add(digest, ownerContext);
        add(digest, managerContext);
        add(digest, miniportContext);
    }

    /** One that no driver has extended has nothing to tell. */
    private static void add(Digest digest, VcContext context) {
        digest.add(context.getClass() == VcContext.class ? null : (Object) context);
    }
}
