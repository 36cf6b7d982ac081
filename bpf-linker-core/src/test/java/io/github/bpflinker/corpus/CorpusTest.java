package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the corpus with every LLVM that it names. */
@Execution(ExecutionMode.CONCURRENT)
class CorpusTest {

    private static final List<String> SOURCES = List.of(".c", ".rs", ".ll");

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void linksAsTheCaseSays(CorpusCase corpusCase, Llvm llvm, TestedLinker linker, @TempDir Path folder)
            throws IOException {
        new CaseRunner(corpusCase, llvm, folder, corpus().resolve("include"), linker).run();
    }

    @Test
    void findsCases() throws IOException {
        assertThat(files()).isNotEmpty();
    }

    static List<Arguments> cases() throws IOException {
        TestedLinker linker = TestedLinker.create();
        List<Arguments> cases = new ArrayList<>();
        for (Path file : files()) {
            CorpusCase corpusCase = CaseParser.parse(corpus(), file);
            for (Llvm llvm : corpusCase.llvms()) {
                cases.add(
                        Arguments.of(Named.of(corpusCase.name(), corpusCase), Named.of(llvm.spelling(), llvm), linker));
            }
        }
        return cases;
    }

    /** The case files, or those that the system property {@code bpf.corpus.only} selects by parts of their paths. */
    private static List<Path> files() throws IOException {
        Path corpus = corpus();
        List<String> parts = List.of(System.getProperty("bpf.corpus.only", "").split(",", -1));
        try (Stream<Path> files = Files.walk(corpus)) {
            return files.filter(file -> SOURCES.stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> parts.stream().anyMatch(file.toString()::contains))
                    .sorted()
                    .toList();
        }
    }

    /** The source folder itself: a copy would keep cases that were removed. */
    private static Path corpus() {
        return Path.of("src/test/resources/corpus").toAbsolutePath();
    }
}
