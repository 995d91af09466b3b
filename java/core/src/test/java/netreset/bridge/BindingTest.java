// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    private static final Platform LINUX = new Platform("Linux", "aarch64");
    private static final NativeAccess ACCESS = new NativeAccess(BindingTest.class, "some.module");

    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Mac OS X, aarch64", "Linux, i386", "Linux, arm", "unknown, unknown"})
    void nothingNativeIsTouchedWhereItDoesNotFit(String os, String arch) {
        Binding<Libc> binding =
                new Binding<>(CLibrary.LIBC, new Platform(os, arch), ACCESS, this::asked, this::bound, "remedy");
        assertThat(binding.unavailableReason())
                .isEqualTo("needs Linux with a 64-bit JVM on x86-64 or aarch64, this is " + os + " on " + arch);
        assertThat(tries).hasValue(0);
    }

    @Rule("P1")
    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Windows 10, x86", "Windows Server 2022, arm", "Darwin, aarch64"})
    void norIsAnythingOfWindowsElsewhere(String os, String arch) {
        Binding<Libc> binding =
                new Binding<>(CLibrary.KERNEL32, new Platform(os, arch), ACCESS, this::asked, this::bound, "remedy");
        assertThat(binding.unavailableReason())
                .isEqualTo("needs Windows with a 64-bit JVM on x86-64 or aarch64, this is " + os + " on " + arch);
        assertThat(tries).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 11, amd64, KERNEL32",
        "Windows Server 2022, aarch64, KERNEL32",
        "Windows XP, x86, KERNEL32",
        "Linux, amd64, LIBC",
        "Darwin, aarch64, LIBC"
    })
    void everyPlatformHasTheLibraryItIsAskedFor(String os, String arch, CLibrary library) {
        assertThat(new Platform(os, arch).library()).isEqualTo(library);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Windows Server 2022, aarch64"})
    void windowsIsTried(String os, String arch) {
        Binding<Libc> binding =
                new Binding<>(CLibrary.KERNEL32, new Platform(os, arch), ACCESS, () -> true, this::bound, "remedy");
        assertThat(binding.unavailableReason()).startsWith("IllegalStateException: bound though");
        assertThat(tries).hasValue(1);
    }

    @Test
    void aMissingGrantNamesTheFlagOfTheClassPathOrOfTheModule() {
        Binding<Libc> unnamed = new Binding<>(CLibrary.LIBC, LINUX, ACCESS, () -> false, this::bound, "remedy");
        assertThat(unnamed.unavailableReason())
                .isEqualTo("has no native access, start Java with --enable-native-access=ALL-UNNAMED");
        NativeAccess inModule = new NativeAccess(Object.class, "some.module");
        Binding<Libc> named = new Binding<>(CLibrary.LIBC, LINUX, inModule, () -> false, this::bound, "remedy");
        assertThat(named.unavailableReason())
                .isEqualTo("has no native access, start Java with --enable-native-access=some.module");
        assertThat(tries).hasValue(0);
    }

    @Test
    void aFailureIsTriedOnceAndKept() {
        Binding<Libc> binding = binding(() -> {
            throw new NoSuchElementException("the C library has no function setns");
        });
        String reason = "NoSuchElementException: the C library has no function setns, remedy";
        assertThat(binding.unavailableReason()).isEqualTo(reason);
        assertThat(binding.unavailableReason()).isEqualTo(reason);
        assertThatIllegalStateException().isThrownBy(binding::get).withMessage(reason);
        assertThat(tries).hasValue(1);
    }

    @Test
    void theReasonIsOneLineAboutTheRoot() {
        assertThat(reasonOf(new UnsatisfiedLinkError("not in\n\t/a\n\t/b\n")))
                .isEqualTo("UnsatisfiedLinkError: not in /a /b, remedy");
        assertThat(reasonOf(new NoClassDefFoundError("com/sun/jna/Native")))
                .isEqualTo("class com.sun.jna.Native is missing, remedy");
        assertThat(reasonOf(new ExceptionInInitializerError(new IllegalCallerException("denied"))))
                .isEqualTo("has no native access, start Java with --enable-native-access=ALL-UNNAMED");
        assertThat(reasonOf(new Error("incompatible JNA native library")))
                .isEqualTo("Error: incompatible JNA native library, remedy");
    }

    @Test
    void aDyingJvmIsNoReason() {
        Binding<Libc> binding = binding(() -> {
            throw new OutOfMemoryError("heap");
        });
        assertThatThrownBy(binding::unavailableReason).isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(binding::get).isInstanceOf(OutOfMemoryError.class);
    }

    private String reasonOf(Error failure) {
        return String.valueOf(binding(() -> {
                    throw failure;
                })
                .unavailableReason());
    }

    private Binding<Libc> binding(Supplier<Libc> bind) {
        Supplier<Libc> counted = () -> {
            tries.incrementAndGet();
            return bind.get();
        };
        return new Binding<>(CLibrary.LIBC, LINUX, ACCESS, () -> true, counted, "remedy");
    }

    private boolean asked() {
        return tries.incrementAndGet() > 0;
    }

    private Libc bound() {
        tries.incrementAndGet();
        throw new IllegalStateException("bound though nothing fits");
    }
}
