package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever lies where a state file should be: one sentence, and the next build is right. */
class DamagedStateTest {

    /** What may lie there. */
    enum Garbage {
        NO_TEXT {
            @Override
            void put(Path file) throws IOException {
                Files.write(file, new byte[] {(byte) 0xc3, 0x28, 0, '\n', (byte) 0xff});
            }
        },
        OTHER_TEXT {
            @Override
            void put(Path file) throws IOException {
                Files.writeString(file, "bpf-state 2\nk\tkey\no\t1\t2\nend\n");
            }
        },
        NOTHING_IN_IT {
            @Override
            void put(Path file) throws IOException {
                Files.createFile(file);
            }
        },
        FOLDER {
            @Override
            void put(Path file) throws IOException {
                Files.createDirectories(file.resolve("deep"));
                Files.writeString(file.resolve("deep/file"), "");
            }
        },
        PIPE {
            @Override
            void put(Path file) throws IOException {
                run("mkfifo", file.toString());
            }
        },
        LINK_TO_NOTHING {
            @Override
            void put(Path file) throws IOException {
                Files.createSymbolicLink(file, file.resolveSibling("nowhere"));
            }
        };

        abstract void put(Path file) throws IOException;

        static void run(String... command) throws IOException {
            try {
                assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Garbage.class)
    void isToldOnceAndReplaced(Garbage garbage) throws IOException {
        Path file = folder.resolve("x.state");
        Path input = Files.writeString(folder.resolve("input"), "");
        QuietLog log = new QuietLog();
        garbage.put(file);
        garbage.put(folder.resolve("x.state.tmp"));
        garbage.put(folder.resolve("x.state.now"));

        BuildStateFile state = new BuildStateFiles(log).at(file);
        assertThat(state.readIfCurrent("key")).isEmpty();
        assertThat(log.lines()).containsExactly("warn " + file + " is damaged and will be recreated");
        state.write(state.begin("key").inputs(List.of(input)).state());

        assertThat(new BuildStateFiles(log).at(file).readIfCurrent("key")).isPresent();
        assertThat(log.lines()).hasSize(1);
        assertThat(folder).isDirectoryNotContaining("glob:**.{tmp,now}");
    }

    @Test
    void isToldOnceForAllFilesOfAGoal() throws IOException {
        QuietLog log = new QuietLog();
        BuildStateFiles states = new BuildStateFiles(log);
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), "garbage");
            states.at(folder.resolve(name)).readIfCurrent("key");
        }

        assertThat(log.lines().stream().filter(line -> line.startsWith("warn ")))
                .hasSize(1);
    }
}
