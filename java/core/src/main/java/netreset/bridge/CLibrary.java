// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** The C libraries that a bridge binds by itself, and the operating system that has them. */
public enum CLibrary {
    /** {@link Libc}. */
    LIBC("Linux"),
    /** {@link Kernel32}, and through it {@link Mprapi}. */
    KERNEL32("Windows");

    private final String os;

    CLibrary(String os) {
        this.os = os;
    }

    /** The one netreset needs on this operating system; LIBC where it can do nothing. */
    public static CLibrary here() {
        return Platform.current().library();
    }

    /** Of the operating system, as it begins {@code os.name}. */
    String os() {
        return os;
    }
}
