package io.github.bpflinker.kernel.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VerifierStatisticsTest {

    @Test
    void readsStatistics() {
        VerifierStatistics statistics = VerifierStatistics.parse(List.of(
                "0: (95) exit",
                "verification time 87 usec",
                "stack depth 64+0+8",
                "processed 14 insns (limit 1000000) max_states_per_insn 0 total_states 3 peak_states 2 mark_read 1"));
        assertThat(statistics.processed()).hasValue(14);
        assertThat(statistics.states()).hasValue(3);
        assertThat(statistics.microseconds()).hasValue(87);
        assertThat(statistics.stackDepths()).containsExactly(64L, 0L, 8L);
    }

    @Test
    void readsTheStatisticsOfLinux73() {
        VerifierStatistics statistics = VerifierStatistics.parse(List.of(
                "verification time 210 usec",
                "stack depth max 96",
                "subprog 0 (count) main insns_self 12 insns_total 40 stack 64",
                "subprog 1 (stack 8) static insns_self 5 insns_total 5 stack 0",
                "subprog 2 (<unknown>) global insns_self 23 insns_total 23 stack 32",
                "processed 41 insns (limit 1000000) max_states_per_insn 0 total_states 2"));
        assertThat(statistics.processed()).hasValue(41);
        assertThat(statistics.stackDepths()).containsExactly(64L, 0L, 32L);
    }

    @Test
    void knowsNoStatisticsOfAnOldKernel() {
        VerifierStatistics statistics = VerifierStatistics.parse(List.of("0: (95) exit"));
        assertThat(statistics.processed()).isEmpty();
        assertThat(statistics.stackDepths()).isEmpty();
    }

    @Property(tries = 200)
    void readsWhateverIsPrinted(@ForAll List<String> noise) {
        assertThat(VerifierStatistics.parse(noise).stackDepths()).isNotNull();
    }
}
