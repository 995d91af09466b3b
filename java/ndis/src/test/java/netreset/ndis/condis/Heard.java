// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.condis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreset.ndis.Ndis;
import netreset.ndis.NdisStatus;
import netreset.ndis.Steps;

/** What all drivers of a world are called for, in order, named by the handlers without their "Protocol" or "Miniport". */
final class Heard {
    private final Ndis ndis;
    private final List<String> calls = new ArrayList<>();
    private final Map<String, NdisStatus> answers = new HashMap<>();

    Heard(Ndis ndis) {
        this.ndis = ndis;
    }

    /** What a handler answers from now on, instead of what it does otherwise. */
    void answer(String call, NdisStatus status) {
        answers.put(call, status);
    }

    NdisStatus of(String call) {
        return of(call, NdisStatus.SUCCESS);
    }

    NdisStatus of(String call, NdisStatus otherwise) {
        calls.add(call);
        return answers.getOrDefault(call, otherwise);
    }

    boolean isAnswered(String call) {
        return answers.containsKey(call);
    }

    /** For a handler without a result: in a step of its own, which whoever calls it has to wait for. */
    void inAStep(String call) {
        ndis.script(new Steps().then(() -> calls.add(call)));
    }

    /** All since it was last asked. */
    List<String> sinceThen() {
        List<String> all = List.copyOf(calls);
        calls.clear();
        return all;
    }
}
