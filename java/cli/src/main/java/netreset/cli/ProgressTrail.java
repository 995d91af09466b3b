// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import netreset.rras.operations.AuditIntent;
import netreset.rras.operations.AuditTrail;
import netreset.rras.operations.PortAttempt;

/** An audit trail from which a waiting person learns which call on which port it is that takes so long. */
final class ProgressTrail implements AuditTrail {
    private final AuditTrail trail;
    private final Progress progress;
    private final boolean looksForEffects;

    ProgressTrail(AuditTrail trail, Progress progress, boolean looksForEffects) {
        this.trail = trail;
        this.progress = progress;
        this.looksForEffects = looksForEffects;
    }

    @Override
    public void intend(AuditIntent intent) throws IOException {
        trail.intend(intent);
        progress.awaits("the " + intent.operation().what() + " of "
                + intent.port().name() + (looksForEffects ? " and its effect" : ""));
    }

    @Override
    public void record(AuditIntent intent, PortAttempt attempt) throws IOException {
        trail.record(intent, attempt);
        progress.awaits("the next port");
    }
}
