// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.List;
import java.util.Set;
import netreset.Refusal;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.linux.ladder.Means;
import netreset.linux.ladder.Restore;
import netreset.linux.ladder.Target;
import org.jspecify.annotations.Nullable;

/** What keeps the operations of a machine's processes apart, and remembers them. */
interface Guard {
    /** Keeps and remembers nothing. */
    Guard NONE = new Guard() {
        @Override
        public Set<String> codes() {
            return Set.of();
        }

        @Override
        public List<Refusal> against(Target target) {
            return List.of();
        }

        @Override
        public Watch take(Target target, ResetRequest request) {
            return Watch.NONE;
        }

        @Override
        public List<String> refused(
                ResetRequest request, @Nullable ResetReport report, @Nullable ResetException failure) {
            return List.of();
        }
    };

    /** The codes of its refusals. */
    Set<String> codes();

    /**
     * What it has against an operation on a NIC now.
     *
     * @throws ResetException if that can't be found out
     */
    List<Refusal> against(Target target) throws ResetException;

    /**
     * Keeps everybody else from a NIC, and from what shares its chip.
     *
     * @throws ResetException BUSY if another process is at it
     */
    Watch take(Target target, ResetRequest request) throws ResetException;

    /**
     * Writes down that an operation wasn't begun.
     *
     * @return why it couldn't be written down; empty if it was
     */
    List<String> refused(ResetRequest request, @Nullable ResetReport report, @Nullable ResetException failure);

    /** Over one operation. Closing it lets others at the NIC. */
    interface Watch extends AutoCloseable {
        /** Sees nothing. */
        Watch NONE = new Watch() {
            @Override
            public List<Refusal> against(Target target) {
                return List.of();
            }

            @Override
            public void begin(Target target) {}

            @Override
            public void acts(Means means, Target target, Restore.@Nullable Saved saved) {}

            @Override
            public List<String> acted() {
                return List.of();
            }

            @Override
            public List<String> ended(@Nullable ResetReport report, @Nullable ResetException failure) {
                return List.of();
            }

            @Override
            public void close() {}
        };

        /**
         * As {@link Guard#against}, while everybody else is kept away: what is found now, nobody changes.
         *
         * @throws ResetException if that can't be found out
         */
        List<Refusal> against(Target target) throws ResetException;

        /** The operation begins: it counts, and is written down. */
        void begin(Target target) throws ResetException;

        /** A means is about to be tried; all it takes to put things back is on the disk when this returns. */
        void acts(Means means, Target target, Restore.@Nullable Saved saved) throws ResetException;

        /**
         * What was tried is over, and what was configured was put back as far as that could be done.
         *
         * @return why that couldn't be written down; empty if it was
         */
        List<String> acted();

        /**
         * The operation is over: by a report, or because nothing could be done.
         *
         * @return what couldn't be written down; empty if all was
         */
        List<String> ended(@Nullable ResetReport report, @Nullable ResetException failure);

        @Override
        void close();
    }
}
