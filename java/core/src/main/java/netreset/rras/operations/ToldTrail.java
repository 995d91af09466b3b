// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;
import java.nio.file.Path;
import netreset.DeviceId;
import netreset.ResetEvent;
import netreset.ResetListener;
import netreset.ResetRequest;
import org.jspecify.annotations.Nullable;

/** An audit trail, if there is a file for one, whose intents a listener hears of once they are kept. */
final class ToldTrail implements AuditTrail, AutoCloseable {
    private final @Nullable AuditFile file;
    private final DeviceId id;
    private final ResetListener listener;

    private ToldTrail(@Nullable AuditFile file, DeviceId id, ResetListener listener) {
        this.file = file;
        this.id = id;
        this.listener = listener;
    }

    static ToldTrail open(@Nullable Path file, ResetRequest request, ResetListener listener) throws IOException {
        AuditFile audit = file == null ? null : AuditFile.open(file, request.reason());
        return new ToldTrail(audit, request.target(), listener);
    }

    @Override
    public void intend(AuditIntent intent) throws IOException {
        if (file != null) {
            file.intend(intent);
        }
        listener.onEvent(new ResetEvent(
                id,
                0,
                ResetEvent.What.DISPATCHED,
                "asking for a " + intent.operation().what()));
    }

    @Override
    public void record(AuditIntent intent, PortAttempt attempt) throws IOException {
        if (file != null) {
            file.record(intent, attempt);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
