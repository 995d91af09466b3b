// SPDX-License-Identifier: Apache-2.0
package netreset.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** The command talks to core's API, to its bridges' interface, and to the NDIS model; which bridge it gets, it doesn't know. */
class CliArrowsTest {
    private static final MainClasses CLI = MainClasses.besides(CliArrowsTest.class);

    @Test
    void cliUsesCoreAndTheModelOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "netreset",
                        "netreset.bridge",
                        "netreset.miniport",
                        "netreset.rras",
                        "netreset.rras.operations",
                        "netreset.ndis..",
                        "netreset.cli..",
                        "java..",
                        "jdk.net",
                        "picocli..",
                        "com.google.gson..",
                        "org.jspecify.annotations"))
                .check(CLI.having("netreset.cli"));
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.lang.foreign.."))
                .check(CLI.all());
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Manager|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLI.having("netreset.cli"));
    }
}
