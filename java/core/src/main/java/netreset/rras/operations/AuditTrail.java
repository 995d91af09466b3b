// SPDX-License-Identifier: Apache-2.0
package netreset.rras.operations;

import java.io.IOException;

/** Is told of each call that changes something: before it is made, and once its effect was looked for. */
public interface AuditTrail {
    /** For a caller who keeps the reports: keeps nothing itself. */
    AuditTrail NONE = new AuditTrail() {
        @Override
        public void intend(AuditIntent intent) {}

        @Override
        public void record(AuditIntent intent, PortAttempt attempt) {}
    };

    /**
     * Keeps what is going to be done; the call is made only after this has returned.
     *
     * @throws IOException if it can't be kept: the call isn't made, and the run stops
     */
    void intend(AuditIntent intent) throws IOException;

    /**
     * Keeps what was done: once for each intent.
     *
     * @throws IOException if it can't be kept: the run stops
     */
    void record(AuditIntent intent, PortAttempt attempt) throws IOException;
}
