package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseFilesTest {

    @Test
    void readsOneArgumentALineAsRustcWritesThem() {
        assertThat(ResponseFiles.split("--export-symbols\n/tmp/my\\ dir/symbols\nC:\\\\x\n/it's/lib.rlib\n-O3\n"))
                .containsExactly("--export-symbols", "/tmp/my dir/symbols", "C:\\x", "/it's/lib.rlib", "-O3");
    }

    @Test
    void readsQuotedArgumentsAsGnuLdDoes() {
        assertThat(ResponseFiles.split("'a b'  \"c d\"\t\"e \\\" f\" '' g\r\n"))
                .containsExactly("a b", "c d", "e \" f", "", "g");
    }

    @Test
    void replacesTheArgumentThatNamesAFile(@TempDir Path folder) throws IOException {
        Path inner = Files.writeString(folder.resolve("inner"), "x y");
        Path outer = Files.writeString(folder.resolve("outer"), "1 @" + inner + " 2");
        assertThat(ResponseFiles.expand(List.of("a", "@" + outer, "b"))).containsExactly("a", "1", "x", "y", "2", "b");
    }

    @Test
    void leavesTheNameOfAMissingFileAlone() {
        assertThat(ResponseFiles.expand(List.of("@does-not-exist", "@"))).containsExactly("@does-not-exist", "@");
    }

    @Test
    void refusesAFileThatNamesItself(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("loop");
        Files.writeString(file, ("@" + file + " ").repeat(8));
        assertThatThrownBy(() -> ResponseFiles.expand(List.of("@" + file)))
                .isInstanceOf(UsageException.class)
                .hasMessage("the response file @" + file + " names itself");
    }

    @Test
    void refusesFilesThatNameEachOther(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Files.writeString(one, ("a @" + other + " ").repeat(8));
        Files.writeString(other, ("b @" + folder.resolve("./one") + " ").repeat(8));
        assertThatThrownBy(() -> ResponseFiles.expand(List.of("@" + one)))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("names itself, through " + other.toRealPath());
    }

    @Test
    void refusesFewLinesThatStandForMoreThanMemoryHolds(@TempDir Path folder) throws IOException {
        Path next = Files.writeString(folder.resolve("0"), "");
        for (int level = 1; level < 40; level++) {
            next = Files.writeString(folder.resolve(Integer.toString(level)), ("@" + next + " ").repeat(2));
        }
        List<String> last = List.of("@" + next);
        assertThatThrownBy(() -> ResponseFiles.expand(last))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("name more than");
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> ResponseFiles.expand(List.of("@" + file))).isInstanceOf(LinkException.class);
    }

    @Property(tries = 300)
    void givesBackEveryArgumentThatWasEscapedAsRustcDoes(@ForAll @Size(max = 6) List<String> arguments) {
        StringBuilder content = new StringBuilder();
        List<String> expected =
                arguments.stream().filter(ResponseFilesTest::survivesALine).toList();
        for (String argument : expected) {
            content.append(argument.replace("\\", "\\\\").replace(" ", "\\ ")).append('\n');
        }
        assertThat(ResponseFiles.split(content.toString())).isEqualTo(expected);
    }

    /** What rustc's escaping can't carry: line ends and tabs, the empty argument, a quote in front. */
    private static boolean survivesALine(String argument) {
        return !argument.isEmpty()
                && argument.chars().noneMatch(c -> "\n\r\t\f\u000b".indexOf(c) >= 0)
                && argument.charAt(0) != '"'
                && argument.charAt(0) != '\'';
    }

    @Property(tries = 300)
    void readsAnyTextWithoutFailing(@ForAll String content) {
        assertThat(ResponseFiles.split(content)).hasSizeLessThanOrEqualTo(content.length());
    }
}
