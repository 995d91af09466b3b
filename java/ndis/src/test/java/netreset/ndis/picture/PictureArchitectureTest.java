// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.picture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class PictureArchitectureTest {
    @Test
    void usesEventsAndTheNamesOfStatusesAndLevels() {
        classes()
                .that()
                .resideInAPackage("netreset.ndis.picture")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math",
                        "java.util..",
                        "org.jspecify..",
                        "netreset.ndis",
                        "netreset.ndis.trace",
                        "netreset.ndis.picture")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("netreset.ndis"));
    }
}
