package io.github.bpflinker.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.SharedLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NeededLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsThoseOfALibraryOfTheJdk() throws IOException {
        Path library = Path.of(System.getProperty("java.home"), "lib", "libjava.so");
        assertThat(NeededLibraries.of(library)).contains("libjvm.so");
    }

    @Test
    void readsThemInTheOrderOfTheFile() throws IOException {
        Path library = Files.write(folder.resolve("a.so"), SharedLibrary.needing("libLLVM.so.22.1", "libü.so.6"));
        assertThat(NeededLibraries.of(library)).containsExactly("libLLVM.so.22.1", "libü.so.6");
    }

    @Test
    void whatIsNoSharedLibraryNeedsNone() throws IOException {
        assertThat(NeededLibraries.of(Files.write(folder.resolve("empty"), new byte[0])))
                .isEmpty();
        assertThat(NeededLibraries.of(Files.write(folder.resolve("text"), new byte[1000])))
                .isEmpty();
    }

    @Test
    void anyDamageIsSaidInOrder() throws IOException {
        byte[] sound = SharedLibrary.needing("libLLVM.so.22.1");
        for (int at = 4; at < sound.length; at++) {
            for (int value : new int[] {0x80, 0xff}) {
                byte[] damaged = sound.clone();
                damaged[at] ^= (byte) value;
                readsOrRefuses(damaged);
            }
            readsOrRefuses(Arrays.copyOf(sound, at));
        }
    }

    private void readsOrRefuses(byte[] content) throws IOException {
        Path library = Files.write(folder.resolve("damaged.so"), content);
        try {
            assertThat(NeededLibraries.of(library)).hasSizeLessThan(3);
        } catch (LinkException e) {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.ELF_INVALID);
        }
    }
}
