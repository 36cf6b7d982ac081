package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arenas and exceptions are not only loaded, they work. */
class NewerKindsTest {

    /** Linux 6.9, which brought arenas. */
    private static final int FIRST = 6 << 16 | 9 << 8;

    private static final long ADDRESS = 0x7e0000000000L;

    /** PROT_READ, MAP_PRIVATE, MAP_ANONYMOUS and MAP_FIXED_NOREPLACE. */
    private static final int READ = 1;

    private static final int PRIVATE_AT = 0x02 | 0x20 | 0x100000;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsANewKernel() {
        Root.require();
        if (RunningKernel.ofSystem().versionCode() < FIRST) {
            Assumptions.abort("Linux 6.9 brought arenas");
        }
    }

    private LoadedObject load(String source) throws IOException {
        return BpfLoader.of(BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, source)))
                .load();
    }

    private static int run(LoadedProgram program, int length) {
        return TestRun.of(program).data(new byte[length]).run().returnValue();
    }

    @Test
    void variablesOfAnArenaHaveTheirValues() throws IOException {
        try (LoadedObject object = load("arena.bpf.c")) {
            assertThat(TestRun.of(object.program("counts")).run().returnValue()).isEqualTo(6 + 4);
            assertThat(TestRun.of(object.program("allocates")).run().returnValue())
                    .isEqualTo(7 + 6);
            assertThat(object.map("memory").info().typeName()).isEqualTo("arena");
        }
    }

    @Test
    void anArenaIsWhereItsDefinitionSays() throws IOException {
        try (LoadedObject object = load("arena-at-address.bpf.c")) {
            assertThat(TestRun.of(object.program("where")).run().returnValue()).isEqualTo((int) (ADDRESS >> 40) + 3);
        }
    }

    /** As the heap of the Java runtime may be. */
    @Test
    void anArenaReplacesNothing() throws IOException {
        SystemCalls calls = RunningKernel.ofSystem().bpf().calls();
        int page = calls.pageSize();
        assertThat(calls.mmap(ADDRESS + page, page, READ, PRIVATE_AT, -1, 0)).isEqualTo(ADDRESS + page);
        try {
            assertThatThrownBy(() -> load("arena-at-address.bpf.c").close())
                    .isInstanceOf(LoadException.class)
                    .hasMessage("map 'memory' wants the addresses from 0x7e0000000000 (map_extra), which this process"
                            + " uses otherwise; choose others, or none");
        } finally {
            calls.munmap(ADDRESS + page, page);
        }
    }

    @Test
    void exceptionsEndPrograms() throws IOException {
        try (LoadedObject object = load("exceptions.bpf.c")) {
            assertThat(run(object.program("throws"), 60)).isEqualTo(61);
            assertThat(run(object.program("throws"), 200)).isEqualTo(42);
            assertThat(run(object.program("throws_by_default"), 200)).isEqualTo(2);
        }
    }
}
