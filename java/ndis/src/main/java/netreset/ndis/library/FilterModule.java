// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import java.util.Objects;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
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
    final int level;

    private @Nullable FilterContext context;
    private boolean passed;

    FilterModule(Kernel kernel, FilterBlock block, AdapterBlock adapter, FilterHandle handle, int level) {
        this.kernel = kernel;
        this.driver = block.driver;
        this.characteristics = block.characteristics;
        this.adapter = adapter;
        this.handle = handle;
        this.level = level;
        this.label = "filter " + block.characteristics.name();
    }

    void attach() {
        kernel.log.event(What.ATTACH, adapter.name, "ndis", label, null);
        context = driver.newContext(handle);
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
        digest.add(label).add((Object) context);
    }
}
