package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.option.Provider;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryProbeTest {

    private static final String GARBAGE = "can't be loaded: ";

    @TempDir
    Path folder;

    @Test
    void librariesSayTheirVersion() throws IOException {
        Machine machine = new Machine(folder);
        Path library = Tool.LIBLLVM_22.require().toRealPath();

        LlvmInstallation answer = ask(machine, library);

        assertThat(answer.isUsable()).isTrue();
        assertThat(answer.provider()).isEqualTo(Provider.SYSTEM);
        assertThat(answer.library()).isEqualTo(library);
        assertThat(answer.version())
                .hasValueSatisfying(version -> assertThat(version.major()).isEqualTo(22));
        assertThat(remembered(machine, library).read())
                .contains(answer.version().orElseThrow().toString());
        try (Stream<Path> left = Files.list(machine.at("cache/tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void librariesAreAskedOnce() {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1", "22.1.99");

        assertThat(ask(machine, library))
                .isEqualTo(LlvmInstallation.of(Provider.SYSTEM, library, new LlvmVersion(22, 1, 99)));
    }

    @Test
    void librariesAreAskedAgainWhenTheyHaveChanged() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1", "22.1.99");

        Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));

        assertThat(ask(machine, library).unusable())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(GARBAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage\n", "\0\0\0\0\0\0", "", "20.1", "unusable "})
    void damagedAnswersAreAskedForAgain(String damage) throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1", "22.1.99");
        Path file = remembered(machine, library).file();
        String written = Files.readString(file);
        Files.writeString(file, written.substring(0, written.indexOf("22.1.99")) + damage);

        assertThat(ask(machine, library).unusable())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(GARBAGE));
        assertThat(remembered(machine, library).read())
                .hasValueSatisfying(answer -> assertThat(answer).contains(GARBAGE));
    }

    @Test
    void answersInAnOlderFormAreAskedForAgain() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1");
        LibraryCacheKey key = LibraryCacheKey.of(library);
        machine.file("cache/probes/" + key.fileName(".txt"), key.text() + "\n22.1.99\n");

        assertThat(ask(machine, library).unusable())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(GARBAGE));
    }

    @Test
    void aFailureIsForgottenAfterAWhileBecauseTheUserMayMendIt() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1", "unusable can't be loaded: libz.so.1 is missing");
        assertThat(ask(machine, library).unusable()).contains("can't be loaded: libz.so.1 is missing");

        Files.setLastModifiedTime(
                remembered(machine, library).file(), FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));

        assertThat(ask(machine, library).unusable())
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith(GARBAGE).doesNotContain("libz.so.1"));
    }

    @Test
    void whatCantChangeIsNotForgotten() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1", "22.1.99 has no BPF target");
        Files.setLastModifiedTime(remembered(machine, library).file(), FileTime.from(Instant.EPOCH));

        assertThat(ask(machine, library))
                .isEqualTo(new LlvmInstallation(
                        Provider.SYSTEM,
                        library,
                        Optional.of(new LlvmVersion(22, 1, 99)),
                        Optional.of("has no BPF target")));
    }

    @Test
    void anOldReleaseIsToldByItsNameAndNotAsked() {
        Machine machine = new Machine(folder);

        assertThat(ask(machine, machine.at("libLLVM-14.so.1")).unusable())
                .contains("LLVM 14 is older than 17, the oldest that works");
        assertThat(machine.at("cache")).isEmptyDirectory();
    }

    @Test
    void anOldReleaseIsToldByItsVersion() {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.1", "16.0.6");

        assertThat(ask(machine, library).unusable()).contains("LLVM 16 is older than 17, the oldest that works");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anotherLibraryIsNoLlvm() {
        Machine machine = new Machine(folder);
        Path library = Path.of(System.getProperty("java.home"), "lib", "libzip.so");

        assertThat(ask(machine, library).unusable()).contains("is no libLLVM");
    }

    @Test
    void aLibraryThatIsGoneIsAReasonAndNoFailure() {
        Machine machine = new Machine(folder);

        assertThat(ask(machine, machine.at("libLLVM.so.22.1")).unusable())
                .contains("can't be asked: no such file or folder");
    }

    @Test
    void aCacheThatCantBeWrittenIsAReasonAndNoFailure() {
        Machine machine = new Machine(folder);
        machine.file("cache/tmp", "in the way");

        assertThat(ask(machine, machine.library("libLLVM.so.22.1")).unusable())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("can't be asked: "));
    }

    private static LlvmInstallation ask(Machine machine, Path library) {
        return new LibraryProbe(machine.cache()).ask(LibraryCandidate.of(Provider.SYSTEM, library));
    }

    private static CachedAnswer remembered(Machine machine, Path library) throws IOException {
        return LibraryProbe.remembered(LibraryCacheKey.of(library), machine.cache());
    }
}
