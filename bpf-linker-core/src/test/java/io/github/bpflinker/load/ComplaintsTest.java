package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complaints as kernels write them: the first is from Linux 7.3, the others are from 6.12. */
class ComplaintsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Attaching fexit/fsession/fmod_ret to __noreturn function 'do_exit' is rejected.|trace its entry with fentry",
                "vfs_read() is not modifiable|use fentry or fexit to look on",
                "vfs_read is not sleepable|use the section without .s"
            })
    void targetsThatAreRefusedHaveARemedy(String complaint, String remedy) {
        assertThat(Complaints.remedy(complaint)).contains(remedy);
        assertThat(Complaints.remedy("R1 type=scalar expected=fp")).isEmpty();
    }
}
