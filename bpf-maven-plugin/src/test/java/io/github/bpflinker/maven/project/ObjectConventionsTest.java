package io.github.bpflinker.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectConventionsTest {

    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.createFile(file);
    }

    private List<ObjectSpec> objects() {
        return ObjectConventions.find(folder).objects();
    }

    private Reason failure() {
        return catchThrowableOfType(BuildFailure.class, this::objects).reason();
    }

    @Test
    void findsNothingWhereThereIsNoFolder() {
        assertThat(ObjectConventions.find(folder.resolve("none")).objects()).isEmpty();
    }

    @Test
    void makesAnObjectOfEachFileInNameOrder() throws IOException {
        Path second = file("zeta.bpf.c");
        Path first = file("alpha.bpf.c");

        assertThat(objects()).extracting(ObjectSpec::name).containsExactly("alpha", "zeta");
        assertThat(objects()).extracting(ObjectSpec::sources).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void makesAnObjectOfAllCFilesOfAFolder() throws IOException {
        Path b = file("probe/b.c");
        Path a = file("probe/deep/a.c");
        file("probe/a.h");

        assertThat(objects()).singleElement().satisfies(object -> {
            assertThat(object.name()).isEqualTo("probe");
            assertThat(object.sources()).containsExactly(b, a);
            assertThat(object.crate()).isEmpty();
        });
    }

    @Test
    void takesOnlyTheCFilesThatBelongToACrate() throws IOException {
        file("probe/Cargo.toml");
        file("probe/src/main.rs");
        file("probe/target/generated.c");
        file("probe/vendor/x/y.c");
        Path beside = file("probe/beside.c");
        Path inC = file("probe/c/in.c");

        assertThat(objects()).singleElement().satisfies(object -> {
            assertThat(object.crate()).contains(folder.resolve("probe"));
            assertThat(object.sources()).containsExactlyInAnyOrder(beside, inC);
            assertThat(object.isMixed()).isTrue();
        });
    }

    @Test
    void leavesHeadersHiddenFilesAndOtherFilesAside() throws IOException {
        file("include/lib.c");
        file(".idea/x.c");
        file(".hidden.bpf.c");
        file("README.md");

        assertThat(objects()).isEmpty();
        assertThat(ObjectConventions.find(folder).strays()).isEmpty();
    }

    @Test
    void namesSourcesThatMakeNoObjectUnlessAnotherIncludesThem() throws IOException {
        Files.writeString(file("probe.bpf.c"), "#include \"part.c\"\n");
        file("part.c");
        Path unnamed = file("plain.c");
        Path rust = file("plain.rs");

        assertThat(ObjectConventions.find(folder).strays()).containsExactly(unnamed, rust);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.c", "a.C", "a.rs", "a.bpf.cpp"})
    void refusesAFolderOfSourcesNoneOfWhichMakesAnObject(String name) throws IOException {
        file(name);

        assertThat(failure()).isInstanceOf(Reason.NoObject.class);
    }

    @Test
    void refusesACrateThatHasNoFolderOfItsOwnButNotAWorkspace() throws IOException {
        Path manifest = file("Cargo.toml");
        file("probe/x.c");

        assertThat(objects()).hasSize(1);
        Files.writeString(manifest, "[workspace]\nmembers = [\"probe\"]\n");
        assertThat(objects()).hasSize(1);
        Files.writeString(manifest, "[package]\nname = \"probe\"\n");
        assertThat(failure()).isInstanceOf(Reason.NoObject.class);
    }

    @Test
    void refusesTwoObjectsOfOneName() throws IOException {
        file("probe.bpf.c");
        file("probe/x.c");

        assertThat(failure()).isInstanceOf(Reason.ObjectTwice.class);
    }

    @Test
    void refusesNamesThatSomeFileSystemsTakeForOne() throws IOException {
        file("probe.bpf.c");
        file("Probe/x.c");

        assertThat(failure()).isInstanceOf(Reason.ObjectTwice.class);
    }

    @Test
    void refusesAFolderWithoutSources() throws IOException {
        file("probe/only.h");

        assertThat(failure()).isInstanceOf(Reason.ObjectWithoutSources.class);
    }

    @Test
    void refusesANameThatCannotBePartOfAFileName() throws IOException {
        file("a b.bpf.c");

        assertThatThrownBy(this::objects).isInstanceOf(BuildFailure.class);
        assertThat(failure()).isInstanceOf(Reason.ObjectNameInvalid.class);
    }
}
