// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import netreset.rras.abi.RasQuarantineState;

/**
 * Whether a client may use the network, as the server sees it. Windows Server 2016 and later have nobody who judges that.
 *
 * @param state what is known of it
 * @param value the number that came for it, 0 to 4294967295
 */
public record Quarantine(State state, long value) {
    /** {@code enum RAS_QUARANTINE_STATE} of mprapi.h. */
    public enum State {
        /** It may. */
        NORMAL(RasQuarantineState.RAS_QUAR_STATE_NORMAL),
        /** It may not. */
        QUARANTINE(RasQuarantineState.RAS_QUAR_STATE_QUARANTINE),
        /** It may for a while. */
        PROBATION(RasQuarantineState.RAS_QUAR_STATE_PROBATION),
        /** Its client doesn't know of quarantines. */
        NOT_CAPABLE(RasQuarantineState.RAS_QUAR_STATE_NOT_CAPABLE),
        /** A value that the header doesn't have; {@link Quarantine#value()} is what came. */
        UNKNOWN(-1);

        private final int value;

        State(int value) {
            this.value = value;
        }
    }

    static Quarantine of(int value) {
        return new Quarantine(
                Enums.of(State.values(), state -> state.value, value, State.UNKNOWN), Integer.toUnsignedLong(value));
    }

    /** The state's name, or {@code UNKNOWN(99)}. */
    public String text() {
        return Enums.text(state, value);
    }
}
