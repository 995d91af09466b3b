// SPDX-License-Identifier: Apache-2.0
package netreset.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Set;
import java.util.stream.Collectors;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;

/** Which package of core may use which, and that core stays free of native types and of dependencies. */
class ArrowsTest {
    private static final MainClasses CORE = MainClasses.besides(ArrowsTest.class);

    private static final String API = "netreset";
    private static final String BRIDGE = "netreset.bridge";
    private static final String LINUX = "netreset.linux";
    private static final String ABI = "netreset.linux.abi";
    private static final String LADDER = "netreset.linux.ladder";
    private static final String DEVLINK = "netreset.linux.devlink";
    private static final String RRAS = "netreset.rras";
    private static final String OPERATIONS = "netreset.rras.operations";
    private static final String RRAS_ABI = "netreset.rras.abi";
    private static final String MINIPORT = "netreset.miniport";
    private static final String NETLINK = "netreset.linux.netlink";
    private static final String STATE = "netreset.linux.state";
    private static final String PROOF = "netreset.linux.proof";
    private static final String WATCH = "netreset.linux.watch";
    private static final String SAFETY = "netreset.linux.safety";
    private static final String GUARD = "netreset.linux.guard";
    private static final String AUDIT = "netreset.audit";

    /** The one class that knows the backends: it picks one by the scheme of the target. */
    private static final DescribedPredicate<JavaClass> FRONT =
            describe("the front, NetReset", type -> type.getName().matches("netreset\\.NetReset(\\$.*)?"));

    private static final DescribedPredicate<JavaClass> NOT_OURS = resideOutsideOfPackage("netreset..");

    @Test
    void bridgeUsesNothingOfOurs() {
        only(BRIDGE).check(CORE.having(BRIDGE));
    }

    /** So that nothing but os.name and os.arch, which Platform asks for, decides which library is loaded. */
    @Rule("P59")
    @Test
    void bridgeListensToNoEnvironment() {
        DescribedPredicate<JavaCall<?>> asks = describe(
                "ask for environment variables or properties",
                call -> call.getName().matches("getenv|getProperty|getProperties|getBoolean|getInteger|getLong")
                        && call.getTargetOwner().getPackageName().equals("java.lang"));
        noClasses()
                .that()
                .resideInAPackage(BRIDGE)
                .and()
                .doNotHaveSimpleName("Platform")
                .should()
                .callCodeUnitWhere(asks)
                .check(CORE.having(BRIDGE));
    }

    @Test
    void abiUsesNothingOfOurs() {
        only(ABI).check(CORE.having(ABI));
        only(RRAS_ABI).check(CORE.having(RRAS_ABI));
    }

    @Test
    void netlinkUsesTheSeamAndTheNumbers() {
        only(NETLINK, BRIDGE, ABI).check(CORE.having(NETLINK));
    }

    @Test
    void stateAndSafetyUseNetlink() {
        only(STATE, BRIDGE, ABI, NETLINK).check(CORE.having(STATE));
        only(SAFETY, API, BRIDGE, ABI, NETLINK, STATE).check(CORE.having(SAFETY));
    }

    /** Files and clocks: it knows no NIC. */
    @Test
    void guardUsesTheApiAndTheAudit() {
        only(GUARD, API, AUDIT).check(CORE.having(GUARD));
        only(AUDIT, API).check(CORE.having(AUDIT));
    }

    @Test
    void linuxUsesTheSeamItsOwnPackagesAndTheApi() {
        only(LINUX, API, BRIDGE, ABI, NETLINK, LADDER, STATE, SAFETY, DEVLINK, WATCH, PROOF, GUARD, AUDIT)
                .check(CORE.having(LINUX));
        only(PROOF, API, BRIDGE, ABI, NETLINK, LADDER, STATE).check(CORE.having(PROOF));
        only(WATCH, API, NETLINK, DEVLINK, STATE).check(CORE.having(WATCH));
        only(LADDER, API, BRIDGE, ABI, NETLINK, DEVLINK).check(CORE.having(LADDER));
        only(DEVLINK, BRIDGE, ABI, NETLINK).check(CORE.having(DEVLINK));
        noClasses()
                .that(resideInAPackage("netreset.linux.."))
                .should()
                .dependOnClassesThat(FRONT)
                .check(CORE.all());
    }

    @Test
    void rrasUsesTheSeamItsNumbersAndTheApi() {
        only(RRAS, API, BRIDGE, RRAS_ABI).check(CORE.having(RRAS));
        noClasses()
                .that(resideInAPackage("netreset.rras.."))
                .should()
                .dependOnClassesThat(FRONT)
                .check(CORE.all());
    }

    /** Of the seam they only tell which library is in use. */
    @Test
    void operationsUseSessionsAndTheApi() {
        only(OPERATIONS, API, RRAS, BRIDGE, AUDIT).check(CORE.having(OPERATIONS));
    }

    /** Adapters of the model have hardware behind them by the API alone. */
    @Test
    void miniportUsesTheModelAndTheApi() {
        classes()
                .that()
                .resideInAPackage(MINIPORT)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(API, MINIPORT, "netreset.ndis..").or(NOT_OURS))
                .check(CORE.having(MINIPORT));
        noClasses()
                .that(not(FRONT).and(resideOutsideOfPackage(MINIPORT)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(MINIPORT, "netreset.ndis.."))
                .check(CORE.all());
    }

    @Test
    void onlyTheFrontUsesRras() {
        noClasses()
                .that(not(FRONT).and(resideOutsideOfPackage("netreset.rras..")))
                .should()
                .dependOnClassesThat(resideInAPackage("netreset.rras.."))
                .check(CORE.all());
    }

    @Test
    void onlyTheFrontUsesLinux() {
        noClasses()
                .that(not(FRONT).and(resideOutsideOfPackage("netreset.linux..")))
                .should()
                .dependOnClassesThat(resideInAPackage("netreset.linux.."))
                .check(CORE.all());
    }

    @Test
    void coreKnowsNoNativeType() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.lang.foreign..", "com.sun.jna..", "sun.misc.."))
                .check(CORE.all());
    }

    @Test
    void coreNeedsNothingButTheBaseModule() {
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
                .onlyDependOnClassesThat(inBase.or(resideInAnyPackage("netreset..", "org.jspecify.annotations")))
                .check(CORE.all());
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Manager|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CORE.all());
    }

    /** The front stands apart from the API it shares its package with: it uses the backends, and they use the API. */
    @Test
    void packagesFormNoCycle() {
        SliceAssignment byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(FRONT.test(type) ? "front" : type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages, and the front apart";
            }
        };
        slices().assignedFrom(byPackage).should().beFreeOfCycles().check(CORE.all());
    }

    /** Classes of the first package use, of ours, only the packages named, the first among them. */
    private static ArchRule only(String... packages) {
        return classes()
                .that()
                .resideInAPackage(packages[0])
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(NOT_OURS));
    }
}
