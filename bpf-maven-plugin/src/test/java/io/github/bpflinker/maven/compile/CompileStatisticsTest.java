package io.github.bpflinker.maven.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompileStatisticsTest {

    @Test
    void saysALineForEachObjectThatACompilerRanFor() {
        CompileStatistics tally = new CompileStatistics();
        tally.addC("probe", 1_600_000);
        tally.addC("mixed", 1_000_000);
        tally.addC("mixed", 1_000_000);
        tally.addCrate("mixed", 5_000_000);

        assertThat(tally.total()).isEqualTo(4);
        assertThat(tally.line("probe")).contains("compiled probe: 1 C file (1 ms)");
        assertThat(tally.line("mixed")).contains("compiled mixed: 2 C files, 1 crate (7 ms)");
        assertThat(tally.line("untouched")).isEmpty();
    }
}
