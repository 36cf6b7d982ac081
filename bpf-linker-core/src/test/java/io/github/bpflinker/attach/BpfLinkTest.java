package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BpfLinkTest {

    private static final int ROUNDS = 1000;

    private static boolean isGone(int id) {
        RunningKernel kernel = RunningKernel.ofSystem();
        int fd = kernel.bpf().tryOpenById(Command.LINK_GET_FD_BY_ID, id);
        if (fd >= 0) {
            kernel.bpf().calls().close(fd);
        }
        return fd == -Errno.ENOENT;
    }

    @Test
    void aThousandRoundsLeaveNothing() {
        List<Integer> ids = new ArrayList<>();
        try (LoadedObject object =
                Objects.loader("tracing", "on_raw_tracepoint").load()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_process_exit")) {
                    ids.add(link.info().orElseThrow().id());
                }
            }
        }
        assertThat(ids).hasSize(ROUNDS);
        Objects.await(() -> ids.stream().allMatch(BpfLinkTest::isGone));
    }

    @Test
    void pinsAreMadeInABpfFileSystemOnly() {
        try (LoadedObject object =
                        Objects.loader("tracing", "on_raw_tracepoint").load();
                BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_process_exit")) {
            assertThatThrownBy(() -> link.pin(Path.of("/tmp/no-pin")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("can't be pinned at /tmp/no-pin")
                    .hasMessageContaining("BPF file system");
            assertThatThrownBy(() -> BpfLink.pinned(Path.of("/sys/fs/bpf/nothing-here")))
                    .hasMessageContaining("no link can be opened at /sys/fs/bpf/nothing-here")
                    .hasMessageContaining("ENOENT");
        }
    }

    @Test
    void tracingLinksCantBeUpdated() {
        try (LoadedObject object =
                        Objects.loader("tracing", "on_raw_tracepoint").load();
                BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_process_exit")) {
            assertThatThrownBy(() -> link.update(object.program("on_raw_tracepoint")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("close this link and attach anew");
        }
    }
}
