// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.List;
import netreset.ndis.BindingContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.NetBufferList;

/** What a scripted protocol keeps for a binding. */
final class ScriptedBinding extends BindingContext implements Digestible {
    final String adapter;
    final Duties duties;
    final List<NetBufferList> kept = new ArrayList<>();

    ScriptedBinding(String adapter, Duties duties) {
        this.adapter = adapter;
        this.duties = duties;
    }

    @Override
    public void digest(Digest digest) {
        kept.forEach(list -> digest.add(list.name()));
        duties.digest(digest);
    }
}
