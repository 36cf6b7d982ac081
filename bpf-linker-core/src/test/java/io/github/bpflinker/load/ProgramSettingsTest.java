package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller says about programs counts, whichever way it is said. */
class ProgramSettingsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void needsRoot() {
        Root.require();
    }

    private BpfObject object(String source) throws IOException {
        return BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, source));
    }

    @Test
    void aSectionCanBeGivenToOneOrToAll() throws IOException {
        BpfLoader one =
                BpfLoader.of(object("socket-filter.bpf.c")).program("counts_packets", program -> program.section("tc"));
        BpfLoader all = BpfLoader.of(object("socket-filter.bpf.c"))
                .programs((program, settings) -> settings.section("cgroup_skb/egress"));
        try (LoadedObject first = one.load();
                LoadedObject second = all.load();
                LoadedObject again = all.load()) {
            assertThat(first.program("counts_packets").typeName()).isEqualTo("sched_cls");
            assertThat(second.program("counts_packets").typeName()).isEqualTo("cgroup_skb");
            assertThat(again.program("counts_packets").typeName()).isEqualTo("cgroup_skb");
        }
    }

    @Test
    void aPlanKeepsItsSections() throws IOException {
        BpfLoader loader = BpfLoader.of(Planner.plan(object("socket-filter.bpf.c"), PlanOptions.none()))
                .program("counts_packets", program -> program.section("tc"));
        assertThatThrownBy(loader::load)
                .isInstanceOf(LoadException.class)
                .hasMessage("the sections of programs can't be changed in a plan; give them in the PlanOptions of"
                        + " Planner.plan, or load the object instead of the plan");
    }

    @Test
    void onlySomeProgramsAreAttachedToPrograms() throws IOException {
        try (LoadedObject target = BpfLoader.of(object("replaced.bpf.c")).load()) {
            BpfLoader loader = BpfLoader.of(object("socket-filter.bpf.c"))
                    .programs((program, settings) -> settings.attachTo(target.program("asks")));
            assertThatThrownBy(loader::load)
                    .isInstanceOf(LoadException.class)
                    .hasMessage("program 'counts_packets' in section \"socket\" is not attached to functions of other"
                            + " programs; attachTo(…) is for sections freplace/FUNCTION, fentry/FUNCTION, fexit/FUNCTION"
                            + " and fmod_ret/FUNCTION");
        }
    }
}
