// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.FilterCharacteristics;
import netreset.ndis.FilterContext;
import netreset.ndis.FilterDriver;
import netreset.ndis.FilterHandle;
import netreset.ndis.Ndis;
import netreset.ndis.StatusIndication;
import netreset.ndis.scenario.Declaration;

/** A filter driver that keeps some status indications to itself and passes everything else on. */
@SuppressWarnings("MemberName") // C's names
final class ScriptedFilter implements FilterDriver<ScriptedFilter.Module> {
    private final Stage stage;
    private final Declaration.Filter says;

    /** What it keeps for a module. */
    static final class Module implements FilterContext, Digestible {
        private final FilterHandle handle;

        Module(FilterHandle handle) {
            this.handle = handle;
        }

        @Override
        public FilterHandle handle() {
            return handle;
        }

        @Override
        public void digest(Digest digest) {
            digest.add(handle.name());
        }
    }

    ScriptedFilter(Stage stage, Declaration.Filter says) {
        this.stage = stage;
        this.says = says;
    }

    Declaration.Filter says() {
        return says;
    }

    FilterCharacteristics characteristics() {
        return FilterCharacteristics.of(says.name()).withStatus(says.statusHandler());
    }

    @Override
    public Ndis ndis() {
        return stage.library;
    }

    @Override
    public Module newContext(FilterHandle handle) {
        return new Module(handle);
    }

    @Override
    public void FilterStatus(Module module, StatusIndication indication) {
        if (!says.swallows().contains(indication.statusCode())) {
            ndis().NdisFIndicateStatus(module.handle(), indication);
        }
    }
}
