package io.github.bpflinker.maven.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.bpflinker.link.LinkRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.github.bpflinker.maven";

    /** From the top to the bottom. */
    private static final List<String> LAYERS = List.of(
            ROOT + ".mojo",
            ROOT + ".doctor",
            ROOT + ".generate",
            ROOT + ".compile",
            ROOT + ".link",
            ROOT + ".rust",
            ROOT + ".c",
            ROOT + ".worker",
            ROOT + ".natives",
            ROOT + ".verify",
            ROOT + ".requires",
            ROOT + ".core",
            ROOT + ".btf",
            ROOT + ".report",
            ROOT + ".project",
            ROOT + ".incremental",
            ROOT + ".process",
            ROOT + ".messages",
            ROOT);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesUseOnlyThoseBelowThem() {
        List<String> violations = new ArrayList<>();
        for (JavaClass user : CLASSES) {
            user.getDirectDependenciesFromSelf().stream()
                    .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT))
                    .filter(use -> layer(use.getTargetClass()) < layer(user))
                    .forEach(use -> violations.add(use.getDescription()));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageHasAPlaceInTheOrder() {
        assertThat(CLASSES).allSatisfy(each -> assertThat(LAYERS).contains(each.getPackageName()));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyGoalsAndNativesKnowMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".mojo", ROOT + ".natives")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..")
                .check(CLASSES);
    }

    @Test
    void mavenNeverLoadsLlvm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.bpflinker.llvm", "io.github.bpflinker.llvm.raw", "com.sun.jna..")
                .check(CLASSES);
    }

    /** Requests and results of links are data; what links is for workers. */
    @Test
    void mavenNeverLinksItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.github.bpflinker.link.Linker")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.bpflinker.link.*..")
                .check(CLASSES);
    }

    @Test
    void onlyExportedPackagesOfCoreAreUsed() throws IOException {
        Set<String> exported = new HashSet<>();
        try (InputStream descriptor =
                LinkRequest.class.getResourceAsStream("/META-INF/versions/17/module-info.class")) {
            ModuleDescriptor.read(descriptor).exports().stream()
                    .filter(export -> !export.isQualified() || export.targets().contains(ROOT))
                    .forEach(export -> exported.add(export.source()));
        }

        Set<String> used = new TreeSet<>();
        for (JavaClass user : CLASSES) {
            user.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(name -> name.startsWith("io.github.bpflinker") && !name.startsWith(ROOT))
                    .forEach(used::add);
        }
        assertThat(exported).containsAll(used);
    }

    private static int layer(JavaClass of) {
        return LAYERS.indexOf(of.getPackageName());
    }
}
