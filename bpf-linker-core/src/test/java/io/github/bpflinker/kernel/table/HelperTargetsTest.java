package io.github.bpflinker.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.version.KernelVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelperTargetsTest {

    private static final int D_PATH = 147;

    private static Optional<Feature> use(String section) {
        KernelFacts facts = KernelFacts.get();
        return HelperTargets.use(facts.section(section).orElseThrow(), section, facts.helper(D_PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fentry/filp_close", "fexit/vfs_truncate", "fentry", "kprobe/vfs_read", "syscall"})
    void asksForNothingMoreWhereTheHelperItselfDecides(String section) {
        assertThat(use(section)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"lsm.s/file_open, 5.11", "lsm/file_open, 5.11", "iter/task_file, 5.12"})
    void asksForTheReleaseThatAllowedIt(String section, String release) {
        assertThat(use(section).flatMap(Feature::since)).isEqualTo(KernelVersion.parse(release));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fentry/vfs_read", "tp_btf/sched_switch", "fmod_ret/security_inode_create"})
    void noKernelAllowsItElsewhere(String section) {
        assertThat(use(section)).hasValueSatisfying(feature -> {
            assertThat(feature.since()).isEmpty();
            assertThat(feature.name()).isEqualTo("bpf_d_path in " + section + " programs");
            assertThat(HelperProgramTypes.isUse(feature)).isTrue();
        });
    }

    @Test
    void everyRowNamesProgramsOfSomeSection() {
        assertThat(FactTable.load("helper-targets.tsv").rows()).isNotEmpty().allSatisfy(row -> assertThat(
                        KernelFacts.get().sections())
                .anyMatch(section -> section.type().equals(row.text("programs"))
                        || section.attach().filter(row.text("programs")::equals).isPresent()));
    }
}
