package io.github.bpflinker.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void leavesTextOfAnyLanguageAsItIs() {
        for (String text : new String[] {"", "prog.bpf.o", "tp/raw_syscalls/sys_enter", "größe 文 \ud83d\ude00 ∑"}) {
            assertThat(Printable.line(text)).isSameAs(text);
            assertThat(Printable.lines(text)).isSameAs(text);
        }
    }

    @Test
    void writesControlCharactersAsCWritesThem() {
        assertThat(Printable.line("a\u001b[2J\nb\r\tc\u0000\u007f\u009b1m"))
                .isEqualTo("a\\x1b[2J\\nb\\r\\tc\\x00\\x7f\\x9b1m");
    }

    @Test
    void showsMarksOfDirectionAndOtherLineEnds() {
        assertThat(Printable.line("a\u202eb\u2066c\u2028d\u200b\ufeff"))
                .isEqualTo("a\\u202eb\\u2066c\\u2028d\\u200b\\ufeff");
    }

    @Test
    void showsHalvesOfSurrogatePairs() {
        assertThat(Printable.line("\ud83d \ude00")).isEqualTo("\\ud83d \\ude00");
    }

    @Test
    void keepsTheLinesOfATextOfSeveral() {
        assertThat(Printable.lines("a\tb\r\nc\u001b[31m\rd\n")).isEqualTo("a\tb\r\nc\\x1b[31m\\rd\n");
    }
}
