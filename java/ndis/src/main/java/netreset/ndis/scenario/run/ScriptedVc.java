// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.condis.VcContext;

/** What a scripted miniport keeps for a virtual connection: whose it is. */
final class ScriptedVc extends VcContext implements Digestible {
    final ScriptedAdapter adapter;

    ScriptedVc(ScriptedAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void digest(Digest digest) {
        digest.add(adapter.handle().name());
    }
}
