package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The names of congestion controls are those of the whole machine. */
@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class StructOpsTest {

    private static LoadedObject load(String... maps) {
        BpfLoader loader = Objects.loader("congestion");
        List.of(maps).forEach(name -> loader.map(name, map -> map.make(true)));
        return loader.load();
    }

    @Test
    void socketUsesALinkedCongestionControl() throws IOException {
        try (LoadedObject object = load("linked")) {
            assertThat(Congestion.send("bpf_linked")).isEqualTo("ENOENT");
            try (BpfLink link = Attach.structOps(object.map("linked"))) {
                assertThat(link.info().orElseThrow().typeName()).isEqualTo("struct_ops");
                assertThat(link).hasToString("map 'linked' at struct_ops tcp_congestion_ops");
                assertThat(Congestion.send("bpf_linked")).isEqualTo("sent");
                assertThat(Objects.hits(object)).isPositive();
            }
            assertThat(Congestion.send("bpf_linked")).isEqualTo("ENOENT");
        }
    }

    @Test
    void linkedOperationsAreRegisteredAgain() throws IOException {
        try (LoadedObject object = load("linked")) {
            Attach.structOps(object.map("linked")).close();
            try (BpfLink link = Attach.structOps(object.map("linked"))) {
                assertThat(Congestion.send("bpf_linked")).isEqualTo("sent");
                assertThat(link.isKernelLink()).isTrue();
            }
        }
    }

    @Test
    void linkedOperationsAreReplaced() throws IOException {
        try (LoadedObject object = load("linked", "replacing");
                BpfLink link = Attach.structOps(object.map("linked"))) {
            link.update(object.map("replacing"));
            assertThat(Congestion.send("bpf_linked")).isEqualTo("sent");
            assertThat(Objects.hits(object)).isZero();
            assertThat(Objects.result(object, 1)).isPositive();
        }
    }

    @Test
    void mapIsRegisteredWithoutALink() throws IOException {
        try (LoadedObject object = load("registered")) {
            try (BpfLink link = Attach.structOps(object.map("registered"))) {
                assertThat(link.isKernelLink()).isFalse();
                assertThat(Congestion.send("bpf_registered")).isEqualTo("sent");
                assertThat(Objects.hits(object)).isPositive();
            }
            assertThat(Congestion.send("bpf_registered")).isEqualTo("ENOENT");
            assertThatThrownBy(() -> Attach.structOps(object.map("registered")))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(16))
                    .hasMessageContaining("the map was registered before")
                    .hasMessageContaining("load the object once more");
        }
    }

    @Test
    void attachAllRegistersStructs() throws IOException {
        try (LoadedObject object = load("linked", "registered");
                BpfLinks links = Attach.all(object)) {
            assertThat(links.list()).hasSize(2);
            assertThat(links.of("linked").isKernelLink()).isTrue();
            assertThat(Congestion.send("bpf_linked")).isEqualTo("sent");
            assertThat(Congestion.send("bpf_registered")).isEqualTo("sent");
        }
        assertThat(Congestion.send("bpf_linked")).isEqualTo("ENOENT");
        assertThat(Congestion.send("bpf_registered")).isEqualTo("ENOENT");
    }

    @Test
    void whatTheKernelRefusesIsSaid() {
        try (LoadedObject object = load("linked", "incomplete");
                LoadedObject same = load("linked");
                BpfLink link = Attach.structOps(object.map("linked"))) {
            assertThatThrownBy(() -> Attach.structOps(same.map("linked")))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(17))
                    .hasMessageContaining("map 'linked' can't be attached to struct_ops tcp_congestion_ops: operations"
                            + " with the same name are registered already");
            assertThatThrownBy(() -> Attach.structOps(object.map("incomplete")))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(22))
                    .hasMessageContaining("a required operation or a name is missing");
            assertThatThrownBy(() -> Attach.structOps(object.map("results")))
                    .hasMessageContaining("map 'results' is of type array and can't be registered; give a struct of"
                            + " section .struct_ops.link or .struct_ops");
            assertThat(link.isKernelLink()).isTrue();
        }
    }
}
