package io.github.bpflinker.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelperProgramTypesTest {

    private static final List<Row> ROWS =
            FactTable.load("helper-program-types.tsv").rows();
    private static final KernelFacts FACTS = KernelFacts.get();

    private static Feature helper(String name) {
        return FACTS.helper(KernelNames.helper("bpf_" + name).orElseThrow());
    }

    @Test
    void namesHelpersAndTypesOfTheOtherTables() {
        for (Row row : ROWS) {
            String type = row.text("type").replaceFirst("^\\+", "");
            assertThat(type.equals("*")
                            || FACTS.sections().stream()
                                    .anyMatch(section -> section.type().equals("BPF_PROG_TYPE_" + type)))
                    .as(type)
                    .isTrue();
            for (String word : row.text("helpers").split(" ", -1)) {
                String[] parts = word.split("@", -1);
                assertThat(KernelNames.helper("bpf_" + parts[0])).as(word).isPresent();
                if (parts.length == 2) {
                    KernelVersion since = KernelVersion.parse(parts[1]).orElseThrow();
                    assertThat(since.isAtLeast(helper(parts[0]).since().orElseThrow()))
                            .as(word)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xdp, get_current_comm, 6.16, kprobe",
        "xdp, skb_store_bytes, never, tc",
        "tc, xdp_adjust_head, never, xdp",
        "kprobe/do_exit, skb_load_bytes, never, tc",
        "cgroup/dev, get_current_comm, 5.11, kprobe"
    })
    void saysSinceWhenProgramsOfATypeCanCallAHelper(String section, String name, String since, String instead) {
        Feature use = HelperProgramTypes.get()
                .use(FACTS.section(section).orElseThrow(), helper(name))
                .orElseThrow();

        assertThat(use.since().map(KernelVersion::toString).orElse("never")).isEqualTo(since);
        assertThat(use.remedies()).extracting(Remedy::argument).containsExactly(instead);
    }

    @Test
    void knowsSomeHelpersOfTypesThatHaveNoList() {
        assertThat(HelperProgramTypes.get()
                        .use(FACTS.section("fentry/do_exit").orElseThrow(), helper("get_socket_cookie"))
                        .orElseThrow()
                        .since())
                .contains(new KernelVersion(5, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "xdp, ktime_get_ns",
        "xdp, xdp_adjust_head",
        "kprobe/do_exit, get_current_comm",
        "kprobe/do_exit, probe_read",
        "tc, spin_lock",
        "fentry/do_exit, skb_store_bytes",
        "lsm/file_open, get_current_comm"
    })
    void asksForNothingWhereTheHelperIsCallableOrThatIsNotKnown(String section, String name) {
        assertThat(HelperProgramTypes.get().use(FACTS.section(section).orElseThrow(), helper(name)))
                .isEqualTo(Optional.empty());
    }
}
