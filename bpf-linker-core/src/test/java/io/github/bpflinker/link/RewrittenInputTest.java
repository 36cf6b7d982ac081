package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.testing.Compiler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compilers write their outputs in place: the old file is cut, then the new one grows. */
class RewrittenInputTest {

    private static final String SOURCE = """
            __attribute__((section("xdp"), used)) int program(void *c) { return %s; }
            """;

    private static final int LINKS = 60;
    private static final int STATES = 150;
    private static final int PIECE = 256;

    @TempDir
    private Path folder;

    private byte[] compiled(String name, String result, String... options) throws IOException {
        return Files.readAllBytes(Compiler.embeddedClang(folder, name, SOURCE.formatted(result), options));
    }

    /** Every state that a compiler's output has while it grows. */
    @ParameterizedTest
    @CsvSource({"a.bc, -emit-llvm", "a.o, -fembed-bitcode"})
    void partOfAnInputIsOneErrorThatNamesIt(String name, String option) throws IOException {
        byte[] whole = compiled("whole-" + name, "1", "--target=bpfel", "-O2", "-g", option);
        Path input = folder.resolve(name);
        int links = 0;
        for (int state = 0; state < STATES; state++) {
            Files.write(input, Arrays.copyOf(whole, (int) ((long) whole.length * state / STATES)));
            Optional<ByteBuffer> object = link(input);
            // What follows the code in an ELF file is not needed by a link.
            links += object.isPresent() ? 1 : 0;
        }
        assertThat(links).isLessThan(STATES / 2);
        Files.write(input, whole);
        assertThat(link(input)).isPresent();
    }

    @Test
    void linkWhileTheInputIsRewrittenIsThatOfOneVersionOrOneErrorThatNamesIt() throws Exception {
        byte[] small = compiled("small.bc", "1", "--target=bpfel", "-O2", "-emit-llvm");
        byte[] large = compiled("large.bc", "*(int *)c * 3 + 7", "--target=bpfel", "-O2", "-g", "-emit-llvm");
        Path input = folder.resolve("input.bc");
        Set<ByteBuffer> right = Set.of(written(input, small), written(input, large));
        AtomicBoolean done = new AtomicBoolean();
        Thread compiler = new Thread(() -> {
            while (!done.get()) {
                rewrite(input, small);
                rewrite(input, large);
            }
        });
        compiler.start();
        try {
            for (int i = 0; i < LINKS; i++) {
                link(input).ifPresent(object -> assertThat(right).contains(object));
            }
        } finally {
            done.set(true);
            compiler.join();
        }
        assertThat(link(input)).isPresent();
    }

    private static ByteBuffer written(Path input, byte[] content) {
        rewrite(input, content);
        return link(input).orElseThrow();
    }

    private static void rewrite(Path file, byte[] content) {
        try (OutputStream stream =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (int at = 0; at < content.length; at += PIECE) {
                stream.write(content, at, Math.min(PIECE, content.length - at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object, or nothing if there was one error that names the input; whatever else is thrown fails the test. */
    private static Optional<ByteBuffer> link(Path input) {
        try {
            return Optional.of(Linker.inProcess()
                    .link(LinkRequest.builder()
                            .input(input)
                            .llvm(RequestedLlvm.Known.EMBEDDED)
                            .build())
                    .outputs()
                    .get(0)
                    .content());
        } catch (LinkException e) {
            assertThat(e.diagnostics()).hasSize(1);
            assertThat(e.getMessage()).contains(input.getFileName().toString());
            return Optional.empty();
        }
    }
}
