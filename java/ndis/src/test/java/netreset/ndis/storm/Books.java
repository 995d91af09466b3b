// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.storm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.NdisStatus;
import netreset.ndis.NetBufferList;
import netreset.ndis.OidRequest;

/** How often each list and each request came back: once, if all is well. */
final class Books {
    private final Map<String, Integer> returns = new LinkedHashMap<>();

    NetBufferList list(String sender) {
        NetBufferList list = new NetBufferList(sender + " s" + returns.size());
        returns.put(list.name(), 0);
        return list;
    }

    OidRequest request(String asker, OidRequest.Type type, int oid, Object information) {
        OidRequest request = new OidRequest(asker + " q" + returns.size(), type, oid, information);
        returns.put(request.name(), 0);
        return request;
    }

    /** A chain of lists is back. */
    void back(NetBufferList lists) {
        for (NetBufferList list = lists; list != null; list = list.next()) {
            back(list.name());
        }
    }

    /** What a call answered; PENDING is no answer yet. */
    void answered(OidRequest request, NdisStatus status) {
        if (!status.equals(NdisStatus.PENDING)) {
            back(request.name());
        }
    }

    private void back(String name) {
        returns.merge(name, 1, Integer::sum);
    }

    int count() {
        return returns.size();
    }

    /** Those that didn't come back once. */
    List<String> wrong() {
        return returns.entrySet().stream()
                .filter(entry -> entry.getValue() != 1)
                .map(entry -> entry.getKey() + " came back " + entry.getValue() + " times")
                .toList();
    }
}
