package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.option.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryCandidateTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "libLLVM.so.22.1, 22, 1",
        "libLLVM.so.22.1-rust-1.95.0-stable, 22, 1",
        "libLLVM.so.23.0git, 23, 0",
        "libLLVM-14.0.6.so.1, 14, 0",
        "libLLVM-16.so.1, 16, 9999",
        "libLLVM-17-rust-1.75.0-stable.so, 17, 9999",
        "libLLVM-19.dylib, 19, 9999",
        "libLLVM.20.1.dylib, 20, 1",
    })
    void aNameTellsTheRelease(String name, int major, int minor) {
        assertThat(LibraryCandidate.release(name)).contains(new LibraryCandidate.Release(major, minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libLLVM.so", "libLLVM.so.1", "libLLVM.dylib", "LLVM-C.dll", "libLLVMCore.so", ""})
    void otherNamesTellNothing(String name) {
        assertThat(LibraryCandidate.release(name)).isEmpty();
    }

    @Property(tries = 300)
    void noNameIsTooOddToBeLookedAt(
            @ForAll @StringLength(max = 12) @CharRange(from = '0', to = '9') String number, @ForAll String tail) {
        for (String name : List.of("libLLVM.so." + number + tail, "libLLVM-" + number + "." + number + tail, tail)) {
            LibraryCandidate.release(name)
                    .ifPresent(release -> assertThat(release.major()).isBetween(3, 999));
        }
    }

    @Test
    void newestNamesComeFirstAndThoseThatTellNothingBeforeThem() {
        List<LibraryCandidate> candidates = new ArrayList<>();
        for (String name : List.of("libLLVM-9.so.1", "libLLVM.so.20.1", "libLLVM.so.1", "libLLVM-20.so", "x22")) {
            candidates.add(LibraryCandidate.of(Provider.SYSTEM, Path.of(name)));
        }

        candidates.sort(LibraryCandidate.NEWEST_NAME_FIRST);

        assertThat(candidates)
                .extracting(candidate -> candidate.library().toString())
                .containsExactly("libLLVM.so.1", "x22", "libLLVM-20.so", "libLLVM.so.20.1", "libLLVM-9.so.1");
    }

    @Test
    void libraryIsWhatHasTheContentOfOne() {
        Machine machine = new Machine(folder);
        machine.file("script.so", "INPUT(libLLVM.so.22.1-rust-1.95.0-stable)\n");
        machine.file("empty.so", new byte[0]);
        machine.file("short.so", new byte[] {0x7f, 'E'});
        machine.folder("folder.so");
        machine.link("nowhere.so", "gone");
        machine.link("circle.so", "circle.so");
        Path elf = machine.library("real.so");
        machine.link("link.so", "real.so");
        Path windows = machine.file("LLVM-C.dll", new byte[] {'M', 'Z', 0, 0});

        for (String none :
                List.of("script.so", "empty.so", "short.so", "folder.so", "nowhere.so", "circle.so", "missing")) {
            assertThat(LibraryCandidate.realLibrary(machine.at(none))).as(none).isEmpty();
        }
        assertThat(LibraryCandidate.realLibrary(elf)).contains(elf);
        assertThat(LibraryCandidate.realLibrary(machine.at("link.so"))).contains(elf);
        assertThat(LibraryCandidate.realLibrary(windows)).contains(windows);
    }
}
