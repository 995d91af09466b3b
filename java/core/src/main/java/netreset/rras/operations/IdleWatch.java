// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.rras.Counters;
import netreset.rras.PortDetail;
import netreset.rras.RasPort;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;

/** Tells by two samples of their counters which ports carry nothing. */
final class IdleWatch {
    private final RasServer server;
    private final List<Sample> first = new ArrayList<>();

    /** What two samples say. */
    enum Answer {
        IDLE,
        BUSY,
        /** A counter went down, by a wrap or because somebody cleared it; or there is another connection. */
        UNKNOWN
    }

    private record Sample(RasPort port, @Nullable PortDetail detail) {}

    /** The ports that were idle, and how many couldn't be judged. */
    record Idle(List<RasPort> ports, int unknown) {}

    /** Takes the first sample of each. */
    IdleWatch(RasServer server, List<RasPort> ports) throws ResetException {
        this.server = server;
        for (RasPort port : ports) {
            first.add(new Sample(port, detail(port)));
        }
    }

    /** Takes the second. */
    Idle end() throws ResetException {
        List<RasPort> idle = new ArrayList<>();
        int unknown = 0;
        for (Sample sample : first) {
            switch (compare(sample.detail(), detail(sample.port()))) {
                case IDLE -> idle.add(sample.port());
                case UNKNOWN -> unknown++;
                case BUSY -> {}
            }
        }
        return new Idle(idle, unknown);
    }

    static Answer compare(@Nullable PortDetail before, @Nullable PortDetail after) {
        if (before == null || after == null || before.connectionHandle() != after.connectionHandle()) {
            return Answer.UNKNOWN;
        }
        List<Long> then = traffic(before.counters());
        List<Long> now = traffic(after.counters());
        Answer answer = Answer.IDLE;
        for (int i = 0; i < then.size(); i++) {
            if (now.get(i) < then.get(i)) {
                return Answer.UNKNOWN;
            } else if (now.get(i) > then.get(i)) {
                answer = Answer.BUSY;
            }
        }
        return answer;
    }

    /** Those that grow whenever something passes. */
    static List<Long> traffic(Counters counters) {
        return List.of(
                counters.bytesTransmitted(),
                counters.bytesReceived(),
                counters.framesTransmitted(),
                counters.framesReceived());
    }

    private @Nullable PortDetail detail(RasPort port) throws ResetException {
        try {
            return server.detail(port);
        } catch (ResetException e) {
            if (Stop.isNeeded(e.reason())) {
                throw e;
            }
            return null;
        }
    }
}
