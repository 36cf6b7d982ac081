package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The linker that cases run. The system property {@code bpf.corpus.linker} names another command than our own. */
record TestedLinker(Path command) {

    /** With a blank, as users' folders have. */
    private static final Path HOME = Path.of("target", "linker of the corpus");

    /** Lays the linker out in a folder of the build, unless another is asked for. */
    static TestedLinker create() throws IOException {
        return create(HOME);
    }

    /**
     * The same in another folder, for a test class that may run at the same time.
     *
     * @param home below {@code target}; emptied first
     */
    static TestedLinker create(Path home) throws IOException {
        String other = System.getProperty("bpf.corpus.linker");
        if (other != null) {
            return new TestedLinker(Path.of(other).toAbsolutePath());
        }
        Files.createDirectories(home);
        try (Stream<Path> old = Files.walk(home)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return new TestedLinker(Distribution.make(Files.createDirectory(home)).toAbsolutePath());
    }
}
