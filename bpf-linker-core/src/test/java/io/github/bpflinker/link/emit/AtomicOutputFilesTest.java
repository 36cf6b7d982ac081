package io.github.bpflinker.link.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Command;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicOutputFilesTest {

    @TempDir
    Path folder;

    @Test
    void writesAndReplaces() throws IOException {
        Path replaced = Files.writeString(folder.resolve("a"), "a longer text than the new one");
        Path created = folder.resolve("b");

        AtomicOutputFiles.write(contents(replaced, "new", created, ""));

        assertThat(replaced).hasContent("new");
        assertThat(created).isEmptyFile();
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void writesNothingIfOneFileCannotBeWritten() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        Path impossible = folder.resolve("missing").resolve("b");

        assertUnwritable(contents(old, "new", impossible, "new"), impossible, "its folder does not exist");

        assertThat(old).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void refusesAFolder() throws IOException {
        Path target = Files.createDirectory(folder.resolve("a"));

        assertUnwritable(contents(target, "new"), target, "is a directory");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old").resolve("b");

        assertThatThrownBy(() -> AtomicOutputFiles.write(contents(target, "new")))
                .isInstanceOf(LinkException.class);
    }

    @Test
    void leavesTheSourceAsItWas() {
        ByteBuffer content = ByteBuffer.wrap(new byte[] {1, 2, 3});

        AtomicOutputFiles.write(Map.of(folder.resolve("a"), content));

        assertThat(content.remaining()).isEqualTo(3);
        assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writesWhereASymbolicLinkPoints() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));

        AtomicOutputFiles.write(contents(link, "new"));

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void makesTheFileThatASymbolicLinkNames() throws IOException {
        Path inner = Files.createSymbolicLink(folder.resolve("inner"), Path.of("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inner);

        AtomicOutputFiles.write(contents(link, "new"));

        assertThat(names()).containsExactly("inner", "link", "target");
        assertThat(link).isSymbolicLink();
        assertThat(inner).isSymbolicLink();
        assertThat(folder.resolve("target")).isRegularFile().hasContent("new");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesLinksThatLeadInACircle() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

        assertUnwritable(contents(link, "new"), link, "symbolic links lead in a circle");
    }

    @Test
    void writesNamesAsLongAsTheSystemHasThem() throws IOException {
        for (int length : new int[] {213, 214, 254, 255}) {
            Path target = folder.resolve("n".repeat(length));
            AtomicOutputFiles.write(contents(target, "old"));
            AtomicOutputFiles.write(contents(target, "new", folder.resolve("other"), "map"));
            assertThat(target).hasContent("new");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void publishesNothingIfADeviceTakesNothing() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        Path full = Path.of("/dev/full");

        assertUnwritable(contents(old, "new", full, "map"), full, "No space left on device");
        assertUnwritable(contents(full, "map", old, "new"), full, "No space left on device");

        assertThat(old).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    /** Only the file system says that a file can't be replaced, when everything else is done. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void putsBackWhatWasThereIfAnotherFileCannotBeReplaced() throws IOException {
        Path old = Files.writeString(folder.resolve("a"), "old");
        Path created = folder.resolve("b");
        Path fixed = Files.writeString(folder.resolve("fixed"), "fixed");
        assumeTrue(Command.run("chattr", "+i", fixed.toString()).exitCode() == 0, "a file can be made immutable");
        try {
            assertThatThrownBy(() -> AtomicOutputFiles.write(contents(old, "new", created, "new", fixed, "map")))
                    .isInstanceOf(LinkException.class);
        } finally {
            Command.run("chattr", "-i", fixed.toString()).orFail();
        }
        assertThat(old).hasContent("old");
        assertThat(fixed).hasContent("fixed");
        assertThat(names()).containsExactly("a", "fixed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void appendsToAFileThatIsOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "before ");
        try (FileOutputStream open = new FileOutputStream(file.toFile(), true)) {
            open.write("and ".getBytes(StandardCharsets.UTF_8));
            AtomicOutputFiles.write(contents(descriptorOf(file), "new"));
        }
        assertThat(file).hasContent("before and new");
        assertThat(names()).containsExactly("a");
    }

    /** How the system calls the descriptor by which this process has {@code file} open. */
    private static Path descriptorOf(Path file) throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(each -> Files.isSymbolicLink(each) && isLinkTo(each, file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isLinkTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void writesIntoADevice() {
        Path device = Path.of("/dev/null");

        AtomicOutputFiles.write(contents(device, "new"));

        assertThat(Files.exists(device)).isTrue();
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    private static void assertUnwritable(Map<Path, ByteBuffer> contents, Path target, String reason) {
        assertThatThrownBy(() -> AtomicOutputFiles.write(contents))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.OUTPUT_UNWRITABLE, diagnostic -> diagnostic.problem())
                .returns(target.toString(), diagnostic -> diagnostic.input())
                .returns(reason, diagnostic -> diagnostic.detail());
    }

    private static Map<Path, ByteBuffer> contents(Object... filesAndTexts) {
        Map<Path, ByteBuffer> contents = new LinkedHashMap<>();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            byte[] bytes = ((String) filesAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8);
            contents.put((Path) filesAndTexts[i], ByteBuffer.wrap(bytes));
        }
        return contents;
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
