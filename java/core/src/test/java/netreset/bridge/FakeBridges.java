// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Providers for {@link BridgesTest}, good and bad. None can call C: what is tested is how one is chosen. */
final class FakeBridges {
    private FakeBridges() {}

    abstract static class Fake implements Bridge {
        @Override
        public String name() {
            return getClass().getSimpleName();
        }

        @Override
        public @Nullable String unavailableReason(CLibrary library) {
            return null;
        }

        @Override
        public Libc libc() {
            throw new IllegalStateException();
        }

        @Override
        public Kernel32 kernel32() {
            throw new IllegalStateException();
        }

        @Override
        public Mprapi mprapi(Symbols symbols) {
            throw new IllegalStateException();
        }

        @Override
        public long address(ByteBuffer buffer) {
            throw new IllegalStateException();
        }

        @Override
        public ByteBuffer view(long address, long size) {
            throw new IllegalStateException();
        }
    }

    public static final class Low extends Fake {
        @Override
        public int priority() {
            return 1;
        }

        @Override
        public @Nullable String unavailableReason(CLibrary library) {
            if (Boolean.getBoolean("netreset.test.low-is-not-asked")) {
                throw new AssertionError("asked though a better bridge is usable");
            }
            return null;
        }
    }

    public static final class High extends Fake {
        @Override
        public int priority() {
            return 2;
        }
    }

    public static final class Highest extends Fake {
        @Override
        public int priority() {
            return 3;
        }

        @Override
        public String unavailableReason(CLibrary library) {
            return "needs a grant";
        }
    }

    public static final class Windows extends Fake {
        @Override
        public int priority() {
            return 6;
        }

        @Override
        public @Nullable String unavailableReason(CLibrary library) {
            return library == CLibrary.LIBC ? "needs Linux" : null;
        }
    }

    /** Its class file is given the version of a Java to come. */
    public static final class Future extends Fake {
        @Override
        public int priority() {
            return 4;
        }
    }

    public static final class Throwing extends Fake {
        public Throwing() {
            throw new UnsatisfiedLinkError("no library");
        }

        @Override
        public int priority() {
            return 5;
        }
    }
}
