package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.corpus.Step.Build;
import io.github.bpflinker.corpus.Step.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseParserTest {

    @TempDir
    private Path corpus;

    private CorpusCase parse(String... lines) throws IOException {
        Path file = Files.writeString(corpus.resolve("some.c"), String.join("\n", lines) + "\n");
        return CaseParser.parse(corpus, file);
    }

    @Test
    void compilesAndLinksTheFileItselfByDefault() throws IOException {
        CorpusCase read = parse("// Some reason.", "// PROGRAMS: xdp:pass", "int x;");
        assertThat(read.why()).isEqualTo("Some reason.");
        assertThat(read.steps()).hasSize(2);
        assertThat(read.steps().get(0)).isInstanceOf(Build.class);
        assertThat(((Link) read.steps().get(1)).arguments()).containsExactly("some.bc", "--btf");
    }

    @Test
    void givesEachLinkTheChecksBelowIt() throws IOException {
        CorpusCase read =
                parse("// Some reason.", "// LINK: a", "// MAPS: m", "// LINK: 'b c'", "// EXIT: 1", "// STDERR: no");
        assertThat(((Link) read.steps().get(0)).checks()).hasSize(1);
        Link second = (Link) read.steps().get(1);
        assertThat(second.arguments()).containsExactly("b c");
        assertThat(second.expectedExit()).isEqualTo(1);
    }

    @Test
    void keepsLineNumbersInParts() throws IOException {
        CorpusCase read = parse(
                "// Some reason.",
                "// LINK: a",
                "// STDERR: a:@[here]",
                "//--- a.c",
                "int a; // [here]",
                "//--- b.c",
                "int b;");
        assertThat(read.sources()).extracting(CorpusCase.Source::name).containsExactly("a.c", "b.c");
        assertThat(read.sources().get(0).content().lines().toList().get(4)).isEqualTo("int a; // [here]");
        assertThat(((Link) read.steps().get(0)).checks().get(0).value()).isEqualTo("a:5");
    }

    @Test
    void refusesAnUnknownDirective() {
        assertThatThrownBy(() -> parse("// Some reason.", "// PROGRAM: pass"))
                .hasMessage("some.c:2: unknown directive PROGRAM");
    }

    @Test
    void refusesALinkThatNothingChecks() {
        assertThatThrownBy(() -> parse("// Some reason.", "// LINK: a")).hasMessageContaining("nothing checks");
    }

    @Test
    void refusesAFailureWithoutAMessage() {
        assertThatThrownBy(() -> parse("// Some reason.", "// LINK: a", "// EXIT: 1"))
                .hasMessageContaining("STDERR is missing");
    }

    @Test
    void refusesACheckBeforeTheFirstLink() {
        assertThatThrownBy(() -> parse("// Some reason.", "// MAPS: m", "// LINK: a", "// EXIT: 0"))
                .hasMessageContaining("comes after the link");
    }

    @Test
    void refusesACaseWithoutAReason() {
        assertThatThrownBy(() -> parse("// MAPS: m", "int x;")).hasMessageContaining("what the case is there for");
    }

    @Test
    void refusesAReferenceToNoLine() {
        assertThatThrownBy(() -> parse("// Some reason.", "// STDERR: @[gone]"))
                .hasMessageContaining("no line ends in");
    }
}
