package io.github.bpflinker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.bpflinker.cli.Main;
import io.github.bpflinker.link.LinkMap;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.Linker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String ROOT = "io.github.bpflinker";

    /** From the top to the bottom. */
    private static final List<String> LAYERS = List.of(
            ROOT + ".cli",
            ROOT + ".worker",
            ROOT + ".report",
            ROOT + ".machine",
            ROOT + ".link",
            ROOT + ".link.emit",
            ROOT + ".link.pass",
            ROOT + ".link.resolve",
            ROOT + ".link.marker",
            ROOT + ".combine",
            ROOT + ".generate",
            ROOT + ".typed",
            ROOT + ".typed.program",
            ROOT + ".attach",
            ROOT + ".run",
            ROOT + ".events",
            ROOT + ".map",
            ROOT + ".load.verify",
            ROOT + ".load.inventory",
            ROOT + ".load",
            ROOT + ".load.host",
            ROOT + ".load.bind",
            ROOT + ".load.plan",
            ROOT + ".load.image",
            ROOT + ".load.core",
            ROOT + ".kernel.verifier",
            ROOT + ".kernel",
            ROOT + ".kernel.requirements",
            ROOT + ".kernel.code",
            ROOT + ".kernel.table",
            ROOT + ".btf.value",
            ROOT + ".btf.shape",
            ROOT + ".btf.dump",
            ROOT + ".btf.rust",
            ROOT + ".btf.dedup",
            ROOT + ".btf",
            ROOT + ".llvm",
            ROOT + ".llvm.locate",
            ROOT + ".llvm.raw",
            ROOT + ".load.syscall",
            ROOT + ".input",
            ROOT + ".elf",
            ROOT + ".file",
            ROOT + ".diagnostic",
            ROOT + ".demangle",
            ROOT + ".json",
            ROOT + ".option",
            ROOT + ".text",
            ROOT + ".concurrent",
            ROOT + ".version");

    /** Whose types the public API may show. */
    private static final Set<String> EXPORTED =
            Set.of(ROOT + ".link", ROOT + ".diagnostic", ROOT + ".option", ROOT + ".input", ROOT + ".version");

    private static final DescribedPredicate<JavaClass> FOREIGN_TO_LOADING = resideInAnyPackage(
                    "picocli..",
                    "org.bytedeco..",
                    ROOT + ".llvm..",
                    ROOT + ".link..",
                    ROOT + ".cli..",
                    ROOT + ".worker..",
                    ROOT + ".report..")
            .or(type(ProcessBuilder.class))
            .or(type(Process.class));

    /** What an application uses at run time. */
    private static final DescribedPredicate<JavaClass> RUN_TIME = resideInAnyPackage(
            ROOT + ".typed..",
            ROOT + ".attach",
            ROOT + ".load..",
            ROOT + ".run..",
            ROOT + ".map..",
            ROOT + ".events..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyThoseBelowThem() {
        return LAYERS.stream()
                .map(layer -> DynamicTest.dynamicTest(layer, () -> {
                    List<String> violations = new ArrayList<>();
                    for (JavaClass user : CLASSES) {
                        if (user.getPackageName().equals(layer)) {
                            user.getDirectDependenciesFromSelf().stream()
                                    .filter(use -> use.getTargetClass()
                                            .getPackageName()
                                            .startsWith(ROOT))
                                    .filter(use ->
                                            LAYERS.indexOf(use.getTargetClass().getPackageName())
                                                    < LAYERS.indexOf(layer))
                                    .forEach(use -> violations.add(use.getDescription()));
                        }
                    }
                    assertThat(violations).isEmpty();
                }));
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(CLASSES).allSatisfy(each -> assertThat(LAYERS).contains(each.getPackageName()));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(" + ROOT + "..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyLlvmUsesTheRawBinding() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".llvm", ROOT + ".llvm.raw")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".llvm.raw")
                .check(CLASSES);
    }

    @Test
    void ownersShowNoRawHandle() {
        assertThat(publicMethods(ROOT + ".llvm").filter(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(resideInAnyPackage("com.sun.jna..", ROOT + ".llvm.raw"))))
                .isEmpty();
    }

    @Test
    void onlyTheBindingAndItsNeighboursUseJna() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".llvm..", ROOT + ".load.syscall", ROOT + ".cli..", ROOT + ".worker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .check(CLASSES);
    }

    /** An application that loads objects gets two jars: this one and JNA. */
    @Test
    void loadingKnowsNeitherLlvmNorTheCommandLineNorOtherPrograms() {
        Set<String> below = new TreeSet<>();
        Deque<JavaClass> reached = new ArrayDeque<>();
        CLASSES.stream().filter(type -> RUN_TIME.test(type)).forEach(reached::add);
        Set<JavaClass> seen = new HashSet<>(reached);
        while (!reached.isEmpty()) {
            JavaClass type = reached.remove();
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                if (FOREIGN_TO_LOADING.test(target)) {
                    below.add(use.getDescription());
                } else if (target.getPackageName().startsWith(ROOT) && seen.add(target)) {
                    reached.add(target);
                }
            }
        }
        assertThat(below).isEmpty();
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that(not(type(Main.class)))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void publicApiShowsOnlyTypesOfTheJdkAndItsOwn() {
        Set<String> foreign = Stream.of(Linker.class, LinkRequest.class, LinkResult.class, LinkMap.class)
                .flatMap(type -> CLASSES.stream()
                        .filter(each -> each.getName().equals(type.getName())
                                || each.getName().startsWith(type.getName() + "$")))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(method -> method.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive() && !type.getPackageName().startsWith("java."))
                .filter(type -> !EXPORTED.contains(type.getPackageName()))
                .map(JavaClass::getName)
                .collect(toCollection(TreeSet::new));
        assertThat(foreign).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
        assertThat(packages).allSatisfy(name -> assertThat(
                        CLASSES.get(name + ".package-info").isAnnotatedWith(NullMarked.class))
                .isTrue());
    }

    private static Stream<JavaMethod> publicMethods(String packageName) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
