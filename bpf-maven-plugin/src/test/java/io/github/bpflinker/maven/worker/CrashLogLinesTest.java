package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashLogLinesTest {

    @Test
    void keepsLlvmsErrorAndTheEnd() {
        assertThat(CrashLogLines.of("noise\nLLVM ERROR: Cannot select: t12\n  details\nIn function: probe\n\n"))
                .isEqualTo("LLVM ERROR: Cannot select: t12 … In function: probe");
    }

    @Test
    void keepsTheLastLineWhereNoneIsAnError() {
        assertThat(CrashLogLines.of("one\ntwo\n")).isEqualTo("two");
    }

    @Test
    void saysAnErrorThatIsTheLastLineOnce() {
        assertThat(CrashLogLines.of("LLVM ERROR: out of memory")).isEqualTo("LLVM ERROR: out of memory");
    }

    @Test
    void isEmptyWhereNothingWasSaid() {
        assertThat(CrashLogLines.of("\n \n")).isEmpty();
    }
}
