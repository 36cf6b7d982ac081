package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void keepsLlvmsErrorAndTheEnd() {
        assertThat(LastWords.gist("noise\nLLVM ERROR: Cannot select: t12\n  details\nIn function: probe\n\n"))
                .isEqualTo("LLVM ERROR: Cannot select: t12 … In function: probe");
    }

    @Test
    void keepsTheLastLineWhereNoneIsAnError() {
        assertThat(LastWords.gist("one\ntwo\n")).isEqualTo("two");
    }

    @Test
    void saysAnErrorThatIsTheLastLineOnce() {
        assertThat(LastWords.gist("LLVM ERROR: out of memory")).isEqualTo("LLVM ERROR: out of memory");
    }

    @Test
    void isEmptyWhereNothingWasSaid() {
        assertThat(LastWords.gist("\n \n")).isEmpty();
    }
}
