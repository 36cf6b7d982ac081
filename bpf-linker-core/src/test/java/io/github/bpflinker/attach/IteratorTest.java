package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IteratorTest {

    @BeforeAll
    static void requireProcessIds() {
        Root.requireProcessIds();
    }

    private static final long PID = ProcessHandle.current().pid();

    private static List<String> lines(BpfLink link) throws IOException {
        try (InputStream output = link.output()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void goesOverAllTasks() throws IOException {
        try (LoadedObject object = Objects.loader("iterators", "tasks").load();
                BpfLink link = Attach.program(object.program("tasks"))) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("iter");
            assertThat(lines(link)).contains(PID + " " + PID);
            assertThat(lines(link)).as("once more").contains(PID + " " + PID);
        }
    }

    @Test
    void goesOverTheThreadsOfOneProcess() throws IOException {
        try (LoadedObject object = Objects.loader("iterators", "tasks").load();
                BpfLink link = Attach.iterator(object.program("tasks"), IteratorOptions.process((int) PID))) {
            assertThat(lines(link)).hasSizeGreaterThan(3).allMatch(line -> line.startsWith(PID + " "));
        }
    }

    @Test
    void goesOverOneThread() throws IOException {
        try (LoadedObject object = Objects.loader("iterators", "tasks").load();
                BpfLink link = Attach.iterator(object.program("tasks"), IteratorOptions.thread((int) PID))) {
            assertThat(lines(link)).containsExactly(PID + " " + PID);
        }
    }

    @Test
    void goesOverMaps() throws IOException {
        try (LoadedObject object = Objects.loader("iterators", "maps").load();
                BpfLink link = Attach.program(object.program("maps"))) {
            assertThat(lines(link))
                    .contains("map " + object.map("numbers").info().id());
        }
    }

    @Test
    void otherLinksPrintNothing() {
        try (LoadedObject object =
                        Objects.loader("tracing", "on_raw_tracepoint").load();
                BpfLink link = Attach.program(object.program("on_raw_tracepoint"))) {
            assertThatThrownBy(link::output)
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("prints nothing that can be read")
                    .hasMessageContaining("only iterators do");
        }
    }

    @Test
    void goesOverACgroup() throws IOException {
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object = Objects.loader("iterators", "cgroups").load();
                BpfLink link = Attach.iterator(
                        object.program("cgroups"),
                        IteratorOptions.cgroup(cgroup.path(), IteratorOptions.Walk.SELF_FIRST))) {
            assertThat(lines(link)).containsExactly("cgroup");
        }
    }
}
