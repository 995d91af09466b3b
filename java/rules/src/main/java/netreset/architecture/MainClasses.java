// SPDX-License-Identifier: Apache-2.0
package netreset.architecture;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The main classes of the module a test belongs to. */
public final class MainClasses {
    private final JavaClasses classes;

    private MainClasses(JavaClasses classes) {
        this.classes = classes;
    }

    /** Those that the build put beside the test's own classes; none if the module has none. */
    public static MainClasses besides(Class<?> test) {
        try {
            Path tests = Path.of(
                    test.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = tests.resolveSibling("classes");
            List<Path> existing = Files.isDirectory(folder) ? List.of(folder) : List.of();
            return new MainClasses(new ClassFileImporter().importPaths(existing));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public JavaClasses all() {
        return classes;
    }

    /** All of them, to be asked about this package; the test is skipped, visibly, until the package has a class. */
    public JavaClasses having(String packageName) {
        assumeTrue(
                classes.stream().anyMatch(type -> type.getPackageName().equals(packageName)),
                () -> "no class in " + packageName + " yet");
        return classes;
    }
}
