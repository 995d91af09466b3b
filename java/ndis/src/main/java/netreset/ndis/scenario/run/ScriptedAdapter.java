// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.scenario.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.AdapterContext;
import netreset.ndis.Digest;
import netreset.ndis.Digestible;
import netreset.ndis.Inspectable;
import netreset.ndis.MiniportAdapterHandle;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;
import netreset.ndis.condis.VcHandle;
import org.jspecify.annotations.Nullable;

/** What a scripted driver keeps for its adapter: the work it has, and what state it believes to be in. */
final class ScriptedAdapter implements AdapterContext, Digestible, Inspectable {
    final Duties duties;
    final List<NetBufferList> sends = new ArrayList<>();
    final List<OidRequest> requests = new ArrayList<>();
    /** Of sends on virtual connections, which. */
    final Map<String, VcHandle> connections = new LinkedHashMap<>();

    boolean resetting;
    boolean paused = true;
    boolean removed;
    int received;
    final Device device;

    private final MiniportAdapterHandle handle;

    ScriptedAdapter(MiniportAdapterHandle handle, Duties duties, Device device) {
        this.handle = handle;
        this.device = device;
        this.duties = duties;
    }

    @Override
    public MiniportAdapterHandle handle() {
        return handle;
    }

    @Override
    public long currentAddress() {
        return device.address();
    }

    @Override
    public int coalescingFilters() {
        return device.filters();
    }

    @Override
    public long coalescingMatches() {
        return device.matches();
    }

    @Nullable
    NetBufferList send(String name) {
        return sends.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    OidRequest request(String name) {
        return requests.stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
    }

    @Override
    public void digest(Digest digest) {
        digest.add(resetting).add(paused).add(removed).add(received);
        sends.forEach(list -> digest.add(list.name()));
        digest.add(-1);
        requests.forEach(request -> digest.add(request.name()));
        duties.digest(digest);
        device.digest(digest);
    }
}
