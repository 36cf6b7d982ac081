package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.generate.GeneratedObject;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java classes of objects of the corpus: they compile without a warning, and everything in them works with the kernel. */
@Execution(ExecutionMode.CONCURRENT)
class GeneratedClassesTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus").toAbsolutePath();

    private static final Path HOME = Path.of("target", "linker of generated classes");

    private static TestedLinker linker;

    @BeforeAll
    static void layOutTheLinker() throws IOException {
        linker = TestedLinker.create(HOME);
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programs/core.c",
                "programs/global_data.c",
                "programs/kinds.c",
                "programs/map_in_map.c",
                "programs/relaxed_atomics.c",
                "rust/aligned_copies.rs",
                "rust/cargo_like_arguments.rs",
                "programs/stack_index.c",
                "programs/subprograms.c",
                "programs/tail_call.c",
                "programs/xdp_map.c",
                "rust/memory.rs",
                "btf/core_types_of_two_files.c",
                "btf/odd_types.c",
                "btf/odd_types.rs",
                "btf/shared_header.c",
                "btf/rust_types.rs",
                "btf/rust_enums.rs",
                "rust/addresses_in_data.rs",
                "rust/mixed.rs",
                "rust/used_map.rs",
                "rust/xdp_map.rs",
                "exports/by_default.c"
            })
    void workWithTheKernel(String name) throws IOException, ReflectiveOperationException {
        try (GeneratedObject object = GeneratedObject.of(folder, link(name))) {
            Map<String, Integer> done = object.exercise();
            assertThat(done).containsKey("programs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"programs/ring_buffer.c", "rust/ring_buffer.rs"})
    void recordsOfRingBuffersHaveTheTypeThatAVariablePointsTo(String name)
            throws IOException, ReflectiveOperationException {
        try (GeneratedObject object = GeneratedObject.of(folder, link(name))) {
            assertThat(object.exercise()).containsKeys("programs", "maps", "variables");
            assertThat(object.events("emit", "EVENTS")).containsExactly("Event[number=5, pid=4294967295, name=bash]");
        }
    }

    /** Runs a case as it is, and finds the object that it wrote. */
    private Path link(String name) throws IOException {
        Root.require();
        CorpusCase found = CaseParser.parse(CORPUS, CORPUS.resolve(name));
        new CaseRunner(found, found.llvms().get(0), folder, CORPUS.resolve("include"), linker).run();
        return folder.resolve("out.o");
    }
}
