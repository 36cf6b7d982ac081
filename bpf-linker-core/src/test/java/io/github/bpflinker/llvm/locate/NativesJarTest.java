package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativesJarTest {

    @TempDir
    Path folder;

    @Test
    void isTakenFromTheClassPathByItsName() throws IOException {
        Path jar = Files.writeString(folder.resolve(MadeUpJar.NAME), "12 bytes long");
        Machine machine = new Machine(folder)
                .classPath(folder.resolve("llvm-20.1.7-1.5.12.jar"))
                .classPath(folder.resolve("llvm-platform-20.1.7-1.5.12.jar"))
                .classPath(folder.resolve("llvm-21.1.0-1.5.13-macosx-arm64.jar"))
                .classPath(jar);

        assertThat(find(machine))
                .contains(new NativesJar(
                        new JarLocation(jar, Optional.empty()),
                        machine.environment().host(),
                        "20.1.7-1.5.12",
                        new LlvmVersion(20, 1, 7),
                        13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"llvm-linux-x86_64.jar", "llvm--linux-x86_64.jar", "llvm-new-linux-x86_64.jar", "jna.jar"})
    void otherNamesAreNotTaken(String name) throws IOException {
        Machine machine = new Machine(folder).classPath(Files.writeString(folder.resolve(name), ""));

        assertThat(find(machine)).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsNotTaken() {
        assertThat(find(new Machine(folder).classPath(folder.resolve(MadeUpJar.NAME))))
                .isEmpty();
    }

    @Test
    void theOneThatIsNamedComesBeforeTheClassPath() throws IOException {
        Path named = Files.writeString(folder.resolve("llvm-21.1.0-1.5.13-linux-x86_64.jar"), "");
        Path other = Files.writeString(folder.resolve(MadeUpJar.NAME), "");

        assertThat(find(new Machine(folder).classPath(other).nativesJar(named)))
                .map(NativesJar::file)
                .contains(named);
    }

    @Test
    void theOneThatIsNamedMayHaveAnyNameIfItSaysWhatItIs() {
        Path named = MadeUpJar.complete()
                .with("META-INF/maven/org.bytedeco/llvm/pom.properties", "artifactId=llvm\nversion=20.1.7-1.5.12\n")
                .write(folder.resolve("natives.zip"));

        assertThat(find(new Machine(folder).nativesJar(named)))
                .map(NativesJar::llvm)
                .contains(new LlvmVersion(20, 1, 7));
    }

    @Test
    void theOneThatIsNamedMustSayWhatItIs() throws IOException {
        Path silent = MadeUpJar.complete().write(folder.resolve("silent.jar"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThat(find(new Machine(folder).nativesJar(silent))).isEmpty();
        assertThat(find(new Machine(folder).nativesJar(text))).isEmpty();
        assertThat(find(new Machine(folder).nativesJar(folder.resolve("gone.jar"))))
                .isEmpty();
    }

    private static Optional<NativesJar> find(Machine machine) {
        return NativesJar.find(machine.environment());
    }
}
