package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.rust.CargoMessages.Artifact;
import io.github.bpflinker.maven.rust.CargoMessages.Kind;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CargoMessagesTest {

    private static final Path CRATE = Path.of("/c");

    private static String artifact(String manifest, String kind, String name, String file) {
        return "{\"reason\":\"compiler-artifact\",\"manifest_path\":\"" + manifest + "\",\"target\":{\"kind\":[\""
                + kind + "\"],\"name\":\"" + name + "\"},\"filenames\":[\"" + file + "\"]}";
    }

    private static List<Artifact> outputs(String... lines) {
        CargoMessages messages = new CargoMessages();
        List.of(lines).forEach(messages::accept);
        return messages.outputs(CRATE);
    }

    @Test
    void findsEveryBinaryOfACrate() {
        assertThat(outputs(
                        artifact("/c/Cargo.toml", "lib", "c", "/t/libc.rlib"),
                        artifact("/c/Cargo.toml", "bin", "one", "/t/one"),
                        artifact("/c/Cargo.toml", "bin", "two", "/t/two"),
                        "{\"reason\":\"build-finished\",\"success\":true}"))
                .extracting(Artifact::name)
                .containsExactly("one", "two");
    }

    @Test
    void takesTheStaticLibraryOfACrateWithoutBinaries() {
        assertThat(outputs(artifact("/c/Cargo.toml", "staticlib", "c", "/t/libc.a")))
                .containsExactly(
                        new Artifact(Kind.STATIC_LIBRARY, "c", Path.of("/c/Cargo.toml"), Path.of("/t/libc.a")));
    }

    @Test
    void leavesDependenciesAside() {
        assertThat(outputs(
                        artifact("/other/Cargo.toml", "staticlib", "other", "/t/libother.a"),
                        artifact("/c/Cargo.toml", "bin", "one", "/t/one")))
                .extracting(Artifact::name)
                .containsExactly("one");
    }

    @Test
    void takesTheMembersOfAWorkspace() {
        assertThat(outputs(artifact("/c/member/Cargo.toml", "bin", "one", "/t/one")))
                .extracting(Artifact::name)
                .containsExactly("one");
    }

    @Test
    void findsNothingInALibraryCrate() {
        assertThat(outputs(artifact("/c/Cargo.toml", "lib", "c", "/t/libc.rlib")))
                .isEmpty();
    }

    @Property(tries = 200)
    void leavesWhatIsNoMessageAside(@ForAll String line) {
        assertThat(outputs(line, "{" + line)).isEmpty();
    }
}
