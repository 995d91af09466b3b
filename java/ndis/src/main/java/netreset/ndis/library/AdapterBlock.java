// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Objects;
import netreset.ndis.AdapterContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Irql;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.MiniportAttributes;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import netreset.ndis.PowerState;
import netreset.ndis.rules.Profile;
import netreset.ndis.sim.Agent;
import org.jspecify.annotations.Nullable;

/** One adapter, as NDIS keeps it: its operational state, its reset, its bindings and all that is outstanding. */
public final class AdapterBlock implements Digestible {
    final Kernel kernel;
    final DriverBlock block;
    final MiniportDriver<AdapterContext> driver;
    final String name;
    final String miniport;
    final MiniportAdapterHandle handle;
    /** The contract that holds for it: the older one of its driver's and the model's. */
    final Profile version;

    final Bindings bindings = new Bindings();
    final Indications indications = new Indications(this);
    final Addressing addressing = new Addressing();
    final ResetMachine reset;
    final OidQueue oids;
    final Sends sends;
    final HangCheck hang;
    final LinkWatch link;
    final Lifecycle life;
    final Agent worker;

    /** Who does what is done otherwise for it; {@code null} if it is connectionless. */
    @Nullable
    ConnectionOriented co;

    private @Nullable AdapterContext context;
    private @Nullable MiniportAttributes attributes;
    AdapterState state = AdapterState.HALTED;
    PowerState power = PowerState.D0;
    /** It was asked to change its power and hasn't answered. */
    boolean powering;

    /** It is going to be halted: no more resets. */
    boolean leaving;

    /** It is among those that the library is to check. */
    private boolean changed;

    boolean surpriseRemoved;
    /** The miniport was told of the surprise removal. */
    boolean removalNoticed;

    /** Its last reset failed. */
    boolean degraded;

    AdapterBlock(Kernel kernel, DriverBlock block, MiniportAdapterHandle handle) {
        this.kernel = kernel;
        this.block = block;
        this.driver = block.driver;
        this.handle = handle;
        this.name = handle.name();
        this.miniport = "miniport " + name;
        Profile own = block.characteristics.version();
        this.version = own.isAtLeast(kernel.settings.profile()) ? kernel.settings.profile() : own;
        this.worker = kernel.simulation.agent("worker " + name, Irql.PASSIVE);
        this.reset = new ResetMachine(this);
        this.oids = new OidQueue(this);
        this.sends = new Sends(this);
        this.hang = new HangCheck(this);
        this.link = new LinkWatch(this);
        this.life = new Lifecycle(this);
    }

    void attributes(MiniportAttributes given) {
        attributes = given;
        context = given.miniportAdapterContext();
        ConnectionOriented condis = kernel.library.condis();
        boolean oriented = block.characteristics.condis() && !given.has(MiniportAttributes.NOT_CO_NDIS);
        co = oriented && condis != null && condis.isCo(driver) ? condis : null;
        hang.start(given.checkForHangTimeInSeconds());
    }

    boolean hasAttributes() {
        return attributes != null;
    }

    boolean hasAttribute(int flag) {
        return attributes != null && attributes.has(flag);
    }

    /** What the driver gave us for it. */
    public AdapterContext context() {
        return Objects.requireNonNull(context, "no attributes set");
    }

    public MiniportDriver<AdapterContext> driver() {
        return driver;
    }

    /** What events call its miniport. */
    public String miniport() {
        return miniport;
    }

    public boolean isConnectionOriented() {
        return co != null;
    }

    public String name() {
        return name;
    }

    public MiniportAdapterHandle handle() {
        return handle;
    }

    public AdapterState state() {
        return state;
    }

    void state(AdapterState entered) {
        state = entered;
        changed();
    }

    public ResetState resetState() {
        return reset.state();
    }

    public boolean isGateClosed() {
        return reset.isGateClosed();
    }

    public boolean isDegraded() {
        return degraded;
    }

    public PowerState power() {
        return power;
    }

    /** How many resets were done since it was initialized. */
    public int resetCounts() {
        return reset.completed();
    }

    /** How many requests were merged with a reset that was coming or under way. */
    public int coalescedRequests() {
        return reset.coalesced();
    }

    /** How long its gate was closed so far, in nanoseconds. */
    public long gateClosedNanos() {
        return reset.gateClosedNanos();
    }

    public int outstandingSends() {
        return sends.count();
    }

    public int outstandingOids() {
        return oids.inMiniport();
    }

    /** Whether a reset could start now: initialized so far, and not about to go. */
    boolean isResettable() {
        return context != null
                && !leaving
                && !surpriseRemoved
                && state != AdapterState.HALTED
                && state != AdapterState.SHUTDOWN;
    }

    /** Whether its miniport may be called: not before it is initialized, nor after a halt or a shutdown. */
    public boolean isCallable() {
        return state != AdapterState.HALTED && state != AdapterState.SHUTDOWN;
    }

    boolean hasResetHandler() {
        return block.characteristics.resetHandler();
    }

    /** The one place where an OID request enters the miniport. */
    NdisStatus enter(OidRequest request, @Nullable Object vc) {
        if (co != null) {
            return co.oidRequest(this, vc, request);
        }
        return driver.MiniportOidRequest(context(), request);
    }

    /** Something that {@link #check} looks at changes in this step, or may. */
    void changed() {
        if (!changed) {
            changed = true;
            kernel.library.changed(this);
        }
    }

    /** The step is over. */
    void unchanged() {
        changed = false;
    }

    /** The model checks itself. */
    void check() {
        reset.check();
        if (state == AdapterState.HALTED && (sends.count() > 0 || oids.inMiniport() > 0)) {
            kernel.violation(81, name, "halted with sends or requests outstanding");
        }
    }

    /** Everything that should have come to an end, for people; {@code null} if nothing. */
    @Nullable
    String unfinished() {
        StringBuilder text = new StringBuilder();
        if (reset.state() != ResetState.IDLE) {
            text.append(" reset ").append(reset.number()).append(" is ").append(reset.state());
        }
        text.append(sends.unfinished()).append(oids.unfinished());
        return text.length() == 0 ? null : name + ":" + text;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(state).add(power).flags(powering, leaving, removalNoticed, surpriseRemoved, degraded);
        reset.digest(digest);
        oids.digest(digest);
        sends.digest(digest);
        hang.digest(digest);
        link.digest(digest);
        life.digest(digest);
        addressing.digest(digest);
        bindings.digest(digest);
        digest.add(indications.filters());
        digest.add((Object) context);
    }
}
