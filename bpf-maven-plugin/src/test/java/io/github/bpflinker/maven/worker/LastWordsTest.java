package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void keepsLlvmsErrorAndTheEnd() {
        assertThat(LastWords.of("noise\nLLVM ERROR: Cannot select: t12\n  details\nIn function: probe\n\n"))
                .isEqualTo("LLVM ERROR: Cannot select: t12 … In function: probe");
    }

    @Test
    void keepsTheLastLineWhereNoneIsAnError() {
        assertThat(LastWords.of("one\ntwo\n")).isEqualTo("two");
    }

    @Test
    void saysAnErrorThatIsTheLastLineOnce() {
        assertThat(LastWords.of("LLVM ERROR: out of memory")).isEqualTo("LLVM ERROR: out of memory");
    }

    @Test
    void isEmptyWhereNothingWasSaid() {
        assertThat(LastWords.of("\n \n")).isEmpty();
    }
}
