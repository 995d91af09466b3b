// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Objects;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.NdisStatus;
import netreset.ndis.StatusIndication;
import netreset.ndis.trace.What;
import org.jspecify.annotations.Nullable;

/** A filter driver's module over one adapter. */
final class FilterModule implements Digestible {
    private final Kernel kernel;
    final FilterDriver<FilterContext> driver;
    final FilterCharacteristics characteristics;
    final AdapterBlock adapter;
    final FilterHandle handle;
    final String label;
    /** How many modules are below. */
    int level;

    private @Nullable FilterContext context;
    private boolean passed;
    boolean paused = true;
    /** The reset it was attached in, which it isn't told of; 0 if none. */
    private final int attachedInReset;

    FilterModule(Kernel kernel, FilterBlock block, AdapterBlock adapter, FilterHandle handle, int level) {
        this.kernel = kernel;
        this.driver = block.driver;
        this.characteristics = block.characteristics;
        this.adapter = adapter;
        this.handle = handle;
        this.level = level;
        this.attachedInReset = adapter.reset.isAnnounced() ? adapter.reset.number() : 0;
        this.label = "filter " + block.characteristics.name();
    }

    void attach() {
        kernel.log.event(What.ATTACH, adapter.name, "ndis", label, null);
        context = driver.newContext(handle);
    }

    void detach() {
        kernel.log.event(What.DETACH, adapter.name, "ndis", label, null);
        driver.FilterDetach(context());
    }

    /** Whether it hears of this: all but the rest of a reset it didn't see the start of. */
    boolean isFor(StatusIndication indication) {
        NdisStatus code = indication.statusCode();
        return characteristics.statusHandler()
                && (attachedInReset == 0
                        || attachedInReset != adapter.reset.number()
                        || !(code.equals(NdisStatus.RESET_START) || code.equals(NdisStatus.RESET_END)));
    }

    FilterContext context() {
        return Objects.requireNonNull(context);
    }

    /** Tells it, and sees whether it passes it on within the call. */
    void status(StatusIndication indication) {
        boolean before = passed;
        passed = false;
        if (kernel.log.isOn()) {
            kernel.log.event(
                    What.STATUS,
                    adapter.name,
                    "ndis",
                    label,
                    indication.statusCode(),
                    0,
                    null,
                    0,
                    Binding.text(indication));
        }
        driver.FilterStatus(context(), indication);
        kernel.settle();
        if (!passed && kernel.log.isOn()) {
            kernel.log.event(
                    What.STATUS_SWALLOWED, adapter.name, label, null, indication.statusCode(), 0, null, 0, null);
        }
        passed = before;
    }

    void passes() {
        passed = true;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(label).add(paused).add((Object) context);
    }
}
