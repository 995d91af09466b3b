// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import netreset.architecture.MainClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package of the model may use which, and that it depends on nothing and asks the machine for nothing. */
class NdisArrowsTest {
    private static final MainClasses NDIS = MainClasses.besides(NdisArrowsTest.class);

    private static final String ROOT = "netreset.ndis";
    private static final String LIBRARY = "netreset.ndis.library";
    private static final String SIM = "netreset.ndis.sim";
    private static final String CONDIS = "netreset.ndis.condis";
    private static final String MINIPORTS = "netreset.ndis.miniports";
    private static final String RULES = "netreset.ndis.rules";
    private static final String DECODE = "netreset.ndis.decode";
    private static final String TRACE = "netreset.ndis.trace";
    private static final String PICTURE = "netreset.ndis.picture";
    private static final String SCENARIO = "netreset.ndis.scenario";
    private static final String EXPLORE = "netreset.ndis.explore";
    /** The one that may look at a clock and start threads: for a model with a real NIC behind it. */
    private static final String REALTIME = "netreset.ndis.realtime";

    /** Packages and what of ours each may use, besides itself, the packages in it, and the numbers. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry(ROOT, Set.of(RULES)),
            Map.entry(RULES, Set.of()),
            Map.entry(DECODE, Set.of()),
            Map.entry(TRACE, Set.of()),
            Map.entry(PICTURE, Set.of(TRACE)),
            Map.entry(SIM, Set.of(ROOT, RULES, TRACE)),
            Map.entry(LIBRARY, Set.of(ROOT, SIM, RULES, TRACE)),
            Map.entry(CONDIS, Set.of(ROOT, SIM, RULES, TRACE, LIBRARY)),
            Map.entry(MINIPORTS, Set.of(ROOT, RULES)),
            Map.entry(EXPLORE, Set.of(ROOT, SIM, RULES, TRACE, LIBRARY)),
            Map.entry(SCENARIO, Set.of(ROOT, SIM, RULES, DECODE, TRACE, LIBRARY, CONDIS, MINIPORTS, EXPLORE)),
            Map.entry(REALTIME, Set.of(ROOT, SIM, RULES, TRACE, LIBRARY)));

    /** Statuses, levels and OIDs: numbers with names, for everybody. */
    private static final DescribedPredicate<JavaClass> NUMBERS =
            describe("numbers", type -> type.getName().matches("netreset\\.ndis\\.(NdisStatus|Irql|Oid)"));

    private static final DescribedPredicate<JavaClass> NOT_OURS = resideOutsideOfPackage("netreset..");

    static Set<String> packages() {
        return NDIS.all().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesWhatItMay(String name) {
        String drawn = drawn(name);
        assertThat(ARROWS).as("a package that the picture hasn't got").containsKey(drawn);
        Set<String> allowed = ARROWS.getOrDefault(drawn, Set.of());
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(drawn.equals(ROOT) ? ROOT : drawn + "..")
                        .or(resideInAnyPackage(allowed.toArray(String[]::new)))
                        .or(NUMBERS)
                        .or(NOT_OURS))
                .check(NDIS.all());
    }

    /** The package of the picture that this one is, or is in. */
    private static String drawn(String name) {
        int end = name.indexOf('.', ROOT.length() + 1);
        return end < 0 ? name : name.substring(0, end);
    }

    @Test
    void needsNothingButTheBaseModule() {
        Set<String> base = ModuleLayer.boot().findModule("java.base").orElseThrow().getDescriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
        DescribedPredicate<JavaClass> inBase = describe(
                "java.base",
                type -> base.contains(type.getBaseComponentType().getPackageName())
                        || type.getBaseComponentType().isPrimitive());
        classes()
                .should()
                .onlyDependOnClassesThat(inBase.or(resideInAnyPackage("netreset.ndis..", "org.jspecify.annotations")))
                .check(NDIS.all());
    }

    /** So that the same script with the same seed does the same on any machine, at any time. */
    @Test
    void asksTheMachineForNothing() {
        DescribedPredicate<JavaAccess<?>> machine =
                describe("ask for time, chance, identity or the environment", access -> {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getName();
                    boolean noArgument = access.getTarget() instanceof CodeUnitAccessTarget unit
                            && unit.getRawParameterTypes().isEmpty();
                    return switch (owner) {
                        case "java.lang.System" ->
                            name.matches(
                                    "nanoTime|currentTimeMillis|identityHashCode|getenv|getProperty|in|out|err|exit");
                        case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
                        case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && noArgument;
                        case "java.lang.Object" -> name.equals("wait") || name.startsWith("notify");
                        default -> owner.startsWith("java.time.") && name.equals("now");
                    };
                });
        noClasses()
                .that(resideOutsideOfPackage(REALTIME))
                .should()
                .accessTargetWhere(machine)
                .check(NDIS.all());
    }

    @Test
    void usesNoThreadAndTouchesNothing() {
        DescribedPredicate<JavaClass> outside = describe(
                "threads, files, the network or processes",
                type -> type.getName()
                                .matches(
                                        "java\\.lang\\.(Thread|ThreadLocal|Runtime|ProcessBuilder|Process|ProcessHandle)"
                                                + "|java\\.util\\.(Timer|UUID)|java\\.io\\.(File|FileInputStream|FileOutputStream"
                                                + "|RandomAccessFile|FileReader|FileWriter)|java\\.util\\.concurrent\\.(?!TimeUnit).*")
                        || type.getPackageName().matches("java\\.(net|nio\\.file|nio\\.channels|security)(\\..*)?"));
        noClasses()
                .that(resideOutsideOfPackage(REALTIME))
                .should()
                .dependOnClassesThat(outside)
                .check(NDIS.all());
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|(?<!Call)Manager|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(NDIS.all());
    }
}
