package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.option.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlvmOptionsTest {

    @Test
    void areThoseOfBpfLinkerAndLeaveBrokenDebugInformationToTheVerifier() {
        assertThat(LlvmOptions.of(request().build()))
                .containsExactly(
                        "--cold-callsite-rel-freq=0",
                        "--disable-auto-upgrade-debug-info",
                        "--bpf-expand-memcpy-in-order",
                        "--bpf-disable-trap-unreachable");
    }

    @Test
    void leaveOutWhatWasTurnedOff() {
        LinkRequest request = request()
                .set(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER, true)
                .set(LinkOption.ALLOW_BPF_TRAP, true)
                .build();

        assertThat(LlvmOptions.of(request))
                .containsExactly("--cold-callsite-rel-freq=0", "--disable-auto-upgrade-debug-info");
    }

    @Test
    void liftTheLimitsOfUnrolling() {
        LinkRequest request = request().set(LinkOption.UNROLL_LOOPS, true).build();

        assertThat(LlvmOptions.of(request))
                .contains("--unroll-runtime", "--unroll-threshold=4294967295", "--unroll-max-upperbound=4294967295");
    }

    @Test
    void endWithTheUsersOwnSoThatTheseWin() {
        LinkRequest request = request().llvmArgs(List.of("--a", "--b")).build();

        assertThat(LlvmOptions.of(request)).endsWith("--a", "--b");
    }

    private static LinkRequest.Builder request() {
        return LinkRequest.builder().input(Path.of("a.bc"));
    }
}
