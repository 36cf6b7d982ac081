package io.github.bpflinker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracePipeTest {

    // It is closed early to see what happens then.
    @SuppressWarnings("try")
    @Test
    void showsWhatProgramsPrint(@TempDir Path folder) {
        // Other programs of the machine print as well.
        long mark = System.nanoTime();
        String source = """
            u32 number;
            SEC("socket") int says(void *ctx) {
                static const char format[] = "mark %d number %%d";
                number++;
                bpf_trace_printk(format, sizeof(format), number);
                return 0;
            }
            """.formatted(mark);
        try (LoadedObject object = LoadedSource.load(folder, "says", source);
                EventLoop loop = new EventLoop()) {
            TracePipe pipe = TracePipe.open(RunningKernel.ofSystem());
            List<TraceLine> lines = new ArrayList<>();
            loop.add(pipe, event -> TraceLine.parse(TracePipe.text(event))
                    .filter(line -> line.text().startsWith("mark " + mark))
                    .ifPresent(lines::add));
            TestRun.of(object.program("says")).data(new byte[64]).repeat(3).run();
            for (int i = 0; i < 600 && lines.size() < 3; i++) {
                loop.poll(Duration.ofMillis(100));
            }
            assertThat(lines)
                    .extracting(TraceLine::text)
                    .containsExactly(
                            "mark " + mark + " number 1", "mark " + mark + " number 2", "mark " + mark + " number 3");
            assertThat(lines.get(0).seconds()).isPositive();
            assertThat(lines.get(0).pid()).isPositive();
            loop.close();
            assertThatThrownBy(() -> pipe.consume(event -> {})).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void partsOfALine() {
        assertThat(TraceLine.parse(
                        "           my-task-1234    [001] d..31  1234.567890: bpf_trace_printk: hello: world"))
                .contains(new TraceLine("my-task", 1234, 1, 1234.56789, "hello: world"));
        assertThat(TraceLine.parse("CPU:1 [LOST 5 EVENTS]")).isEmpty();
    }
}
