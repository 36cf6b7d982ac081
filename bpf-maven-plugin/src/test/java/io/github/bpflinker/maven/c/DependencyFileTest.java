package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DependencyFileTest {

    private static final Path FOLDER = Path.of("/project");

    private static List<Path> parse(String text) {
        return DependencyFile.parse(text, FOLDER);
    }

    @Test
    void readsContinuedLines() {
        assertThat(parse("object: /project/a.c \\\n  /usr/include/linux/bpf.h \\\r\n  include/x.h\n"))
                .containsExactly(
                        Path.of("/project/a.c"), Path.of("/usr/include/linux/bpf.h"), Path.of("/project/include/x.h"));
    }

    @Test
    void readsEachRuleOfCargosFiles() {
        assertThat(parse("/t/release/x: /c/src/main.rs /c/src/a\\ b.rs\n\n/c/src/main.rs:\n# env-dep:HOME=/root\n"))
                .containsExactly(Path.of("/c/src/main.rs"), Path.of("/c/src/a b.rs"));
    }

    @Test
    void readsEscapedCharacters() {
        assertThat(parse("o: /a\\#b /c$$d")).containsExactly(Path.of("/a#b"), Path.of("/c$d"));
    }

    @Test
    void findsNothingInAnEmptyFile() {
        assertThat(parse("")).isEmpty();
    }

    @Property(tries = 200)
    void readsWhateverNamesAreEscapedAsMakeWantsThem(
            @ForAll @Size(max = 5)
                    List<
                                    @Chars({' ', '#', '$', '.', '-'}) @CharRange(from = 'a', to = 'z')
                                    @StringLength(min = 1, max = 6) String>
                            names) {
        StringBuilder text = new StringBuilder("object:");
        List<Path> expected = new ArrayList<>();
        for (String name : names) {
            String full = "/x/" + name + "/y";
            text.append(" \\\n  ")
                    .append(full.replace("$", "$$").replace("#", "\\#").replace(" ", "\\ "));
            Path path = Path.of(full).normalize();
            if (!expected.contains(path)) {
                expected.add(path);
            }
        }

        assertThat(parse(text.append('\n').toString())).isEqualTo(expected);
    }
}
