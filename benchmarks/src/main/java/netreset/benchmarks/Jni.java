// SPDX-License-Identifier: Apache-2.0
package netreset.benchmarks;

import java.nio.file.Path;
import netreset.bridge.NothingModule;

/** The hand-written JNI library of {@code native/jni.c}. */
final class Jni {
    static {
        System.load(
                Path.of(System.getProperty("benchmarks.native"), "libjni.so").toString());
        bind(NothingModule.address("MprAdminPortReset"));
    }

    private Jni() {}

    private static native void bind(long address);

    static native int MprAdminPortReset(long server, long port);

    /** So many calls in C, through the same pointer. */
    static native int resets(long server, long port, int count);

    static native int ioctl(int fd, long request, long argument);

    /** So many calls in C. */
    static native int ioctls(int fd, long request, long argument, int count);
}
