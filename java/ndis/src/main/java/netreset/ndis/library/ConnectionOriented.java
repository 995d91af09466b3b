// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import netreset.ndis.Digestible;
import netreset.ndis.MiniportDriver;
import netreset.ndis.NdisStatus;
import netreset.ndis.OidRequest;
import netreset.ndis.ProtocolDriver;
import netreset.ndis.StatusIndication;
import org.jspecify.annotations.Nullable;

/** What is done otherwise, by CoNDIS, for drivers that are connection-oriented. */
public interface ConnectionOriented extends Digestible {
    boolean isCo(MiniportDriver<?> driver);

    boolean isCo(ProtocolDriver<?> driver);

    boolean isCallManager(ProtocolDriver<?> driver);

    /** Tells a binding, or sees to it that it is told once what it is being told is over. */
    void status(Binding binding, StatusIndication indication);

    /** Whether a binding is in the middle of being told something. */
    boolean isTelling(Binding binding);

    /** Whether it hasn't been told of that one yet, or not to the end. */
    boolean isStillToTell(Binding binding, StatusIndication indication);

    /** Gives a request to the miniport. */
    NdisStatus oidRequest(AdapterBlock adapter, @Nullable Object vc, OidRequest request);

    /** Gives a request that had pended back to its binding. */
    void oidRequestComplete(Binding binding, OidRequest request, NdisStatus status);

    /** A reset has succeeded; what is told of its end is still to come. */
    void resetSucceeded(AdapterBlock adapter);

    /** The adapter is halted: nothing of it is valid any more. */
    void halted(AdapterBlock adapter);
}
