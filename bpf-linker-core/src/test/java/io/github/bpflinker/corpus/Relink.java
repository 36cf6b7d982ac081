package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.corpus.LinkerProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a link again, another way, and compares what the two made. */
final class Relink {

    private final LinkOutcome first;
    private final LinkerProcess linker;

    Relink(LinkOutcome first, LinkerProcess linker) {
        this.first = first;
        this.linker = linker;
    }

    /** The same programs, maps and relocations with {@code more} arguments. */
    void sameShape(List<String> more) throws IOException {
        LinkOutcome second = withMore(more);
        assertThat(second.shape().programs())
                .as("programs")
                .isEqualTo(first.shape().programs());
        assertThat(second.shape().maps()).as("maps").isEqualTo(first.shape().maps());
        assertThat(second.shape().relocations())
                .as("relocations")
                .isEqualTo(first.shape().relocations());
    }

    /** The same bytes with these arguments instead. */
    void sameBytes(List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-o", "again.o"));
        all.addAll(arguments);
        compareBytes(run(linker, first.folder(), all));
    }

    /** The same bytes in another folder. */
    void sameElsewhere() throws IOException {
        Path elsewhere = Files.createTempDirectory(first.folder(), "elsewhere");
        try (Stream<Path> files = Files.list(first.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
        }
        Files.delete(elsewhere.resolve(first.folder().relativize(first.written())));
        compareBytes(run(linker.in(elsewhere), elsewhere, first.step().arguments()));
    }

    /** The same bytes from each of {@code links} further processes. */
    void sameAgain(int links) throws IOException {
        byte[] expected = Files.readAllBytes(first.written());
        for (int link = 0; link < links; link++) {
            LinkOutcome again = run(linker, first.folder(), first.step().arguments());
            assertThat(Files.readAllBytes(again.written()))
                    .as("the object of link %d", link + 2)
                    .isEqualTo(expected);
        }
    }

    private LinkOutcome withMore(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-o", "again.o"));
        arguments.addAll(first.step().arguments());
        arguments.addAll(more);
        return run(linker, first.folder(), arguments);
    }

    private LinkOutcome run(LinkerProcess process, Path folder, List<String> arguments) throws IOException {
        Ended ended = process.run(first.step().how(), arguments);
        assertThat(ended.exitCode()).as(ended.command() + "\n" + ended.stderr()).isZero();
        return new LinkOutcome(
                folder,
                first.step(),
                first.llvm(),
                LinkerProcess.output(first.step().how(), arguments).map(folder::resolve),
                ended);
    }

    private void compareBytes(LinkOutcome second) throws IOException {
        assertThat(Files.mismatch(first.written(), second.written()))
                .as("first byte that differs")
                .isEqualTo(-1);
    }
}
