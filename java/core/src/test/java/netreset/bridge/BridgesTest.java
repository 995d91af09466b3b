// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgesTest {
    private static final String FAKES = "netreset.bridge.FakeBridges$";

    @TempDir
    Path folder;

    @Test
    void theUsableOneWithTheHighestPriorityIsTaken() throws Exception {
        Bridges bridges = bridges("Low", "Highest", "High");
        assertThat(bridges.best().name()).isEqualTo("High");
        assertThat(bridges.named("Low").name()).isEqualTo("Low");
        assertThat(bridges.statuses())
                .containsExactly(
                        new BridgeStatus("Highest", 3, "needs a grant"),
                        new BridgeStatus("High", 2, null),
                        new BridgeStatus("Low", 1, null));
    }

    @Test
    void usableIsMeantForALibrary() throws Exception {
        Bridges bridges = bridges("Windows", "High");
        assertThat(bridges.best(CLibrary.LIBC).name()).isEqualTo("High");
        assertThat(bridges.best(CLibrary.KERNEL32).name()).isEqualTo("Windows");
        assertThat(bridges.named("Windows", CLibrary.KERNEL32).name()).isEqualTo("Windows");
        assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(() -> bridges.named("Windows", CLibrary.LIBC))
                .withMessage("no usable bridge named Windows; Windows: needs Linux; High: available");
        assertThat(bridges.statuses(CLibrary.KERNEL32)).allMatch(BridgeStatus::available);
    }

    @Test
    void noneBelowTheBestIsTried() throws Exception {
        System.setProperty("netreset.test.low-is-not-asked", "true");
        try {
            Bridges bridges = bridges("Low", "High");
            assertThat(bridges.best().name()).isEqualTo("High");
            assertThat(bridges.named("High").name()).isEqualTo("High");
            assertThatThrownBy(bridges::statuses).isInstanceOf(AssertionError.class);
        } finally {
            System.clearProperty("netreset.test.low-is-not-asked");
        }
    }

    @Test
    void aProviderThatCannotBeLoadedFailsAlone() throws Exception {
        Bridges bridges = bridges("Future", "Missing", "Throwing", "Low");
        assertThat(bridges.best().name()).isEqualTo("Low");
        assertThat(bridges.statuses())
                .containsExactly(
                        new BridgeStatus("Low", 1, null),
                        new BridgeStatus(
                                FAKES + "Future",
                                0,
                                "needs Java 55 or later, this is "
                                        + Runtime.version().feature()),
                        new BridgeStatus(
                                FAKES + "Missing",
                                0,
                                "ServiceConfigurationError: netreset.bridge.Bridge: Provider " + FAKES
                                        + "Missing not found"),
                        new BridgeStatus(FAKES + "Throwing", 0, "UnsatisfiedLinkError: no library"));
    }

    @Test
    void aLoaderThatAlwaysFailsIsGivenUp() {
        ClassLoader broken = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThat(Bridges.find(broken).statuses())
                .singleElement()
                .matches(status -> String.valueOf(status.unavailableReason()).endsWith("disk on fire"));
    }

    @Test
    void withoutAUsableOneEveryReasonIsInTheMessage() throws Exception {
        Bridges bridges = bridges("Highest", "Future");
        String reasons = "Highest: needs a grant; " + FAKES + "Future: needs Java 55 or later, this is "
                + Runtime.version().feature();
        assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(bridges::best)
                .withMessage("no usable bridge to C; " + reasons);
        assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(() -> bridges.named("Low"))
                .withMessage("no usable bridge named Low; " + reasons);
    }

    @Test
    void aNamedOneThatIsNotUsableIsNotReplaced() throws Exception {
        Bridges bridges = bridges("Highest", "Low");
        assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(() -> bridges.named("Highest"))
                .withMessage("no usable bridge named Highest; Highest: needs a grant; Low: available");
    }

    @Test
    void withNoneOnThePathTheMessageSaysWhatToAdd() {
        assertThatExceptionOfType(NoBridgeException.class)
                .isThrownBy(() -> Bridges.find().best())
                .withMessage("no usable bridge to C, add io.github.netreset:netreset-ffm (Java 22 or later)"
                        + " or io.github.netreset:netreset-jna to the class path");
    }

    private Bridges bridges(String... providers) throws IOException {
        String lines = Arrays.stream(providers).map(name -> FAKES + name).collect(Collectors.joining("\n"));
        return Bridges.find(new Providers(
                Files.writeString(folder.resolve("services"), lines).toUri().toURL()));
    }

    /** Sees one services file more than its parent, and one class as a later compiler would have written it. */
    private static final class Providers extends ClassLoader {
        private final URL services;

        Providers(URL services) {
            super(BridgesTest.class.getClassLoader());
            this.services = services;
        }

        @Override
        protected Enumeration<URL> findResources(String name) {
            return Collections.enumeration(
                    name.equals("META-INF/services/netreset.bridge.Bridge") ? List.of(services) : List.of());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(FAKES + "Future") ? defineFuture(name) : super.loadClass(name, resolve);
        }

        private Class<?> defineFuture(String name) throws ClassNotFoundException {
            try (@Nullable InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                ByteBuffer.wrap(bytes).putShort(6, (short) 99); // major_version (JVM specification, 4.1)
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
