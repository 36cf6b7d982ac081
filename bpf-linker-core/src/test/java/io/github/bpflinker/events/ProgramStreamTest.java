package io.github.bpflinker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramStreamTest {

    private static final String SOURCE = """
        extern int bpf_stream_vprintk_impl(int stream, const char *format, const void *arguments, u32 size, void *program)
            __attribute__((section(".ksyms"), weak));
        u64 number;
        SEC("socket") int says(void *ctx) {
            static const char format[] = "number %llu\\n";
            u64 arguments[] = {number + 1};
            int stream = number == 2 ? 2 : 1;
            if (!bpf_stream_vprintk_impl)
                return 1;
            int error = bpf_stream_vprintk_impl(stream, format, arguments, sizeof(arguments), 0);
            if (!error)
                number++;
            return -error;
        }
        """;

    @TempDir
    private Path folder;

    private static boolean hasStreams() {
        return RunningKernel.ofSystem().versionCode() >= (6 << 16 | 17 << 8);
    }

    /** Writes so many lines; the test is skipped where the kernel has no memory for one, as some never have. */
    private static void write(LoadedObject object, int lines) {
        TestRun run = TestRun.of(object.program("says")).data(new byte[64]);
        for (int i = 0; i < lines; i++) {
            int error = run.run().returnValue();
            Assumptions.assumeTrue(error != Errno.ENOMEM, "this kernel finds no memory for streams");
            assertThat(error).isZero();
        }
    }

    @Test
    void readsWhatTheProgramWrote() {
        Assumptions.assumeTrue(hasStreams(), "Linux 6.17 brought streams");
        try (LoadedObject object = LoadedSource.load(folder, "streams", SOURCE)) {
            LoadedProgram program = object.program("says");
            ProgramStream output = ProgramStream.of(program, ProgramStream.Kind.OUTPUT);
            ProgramStream errors = ProgramStream.of(program, ProgramStream.Kind.ERRORS);
            assertThat(output.read()).isEmpty();
            write(object, 4);
            assertThat(output.read()).isEqualTo("number 1\nnumber 2\nnumber 4\n");
            assertThat(errors.read()).isEqualTo("number 3\n");
            assertThat(output.read()).isEmpty();
        }
    }

    /** More than one call takes. */
    @Test
    void readsLongOutput() {
        Assumptions.assumeTrue(hasStreams(), "Linux 6.17 brought streams");
        try (LoadedObject object = LoadedSource.load(folder, "streams", SOURCE)) {
            write(object, 2000);
            String text = ProgramStream.of(object.program("says"), ProgramStream.Kind.OUTPUT)
                    .read();
            assertThat(text.lines()).hasSize(1999).startsWith("number 1", "number 2", "number 4");
        }
    }

    @Test
    void kernelsWithoutStreamsSaySo() {
        Assumptions.assumeFalse(hasStreams(), "before Linux 6.17");
        try (LoadedObject object = LoadedSource.load(folder, "streams", SOURCE)) {
            ProgramStream output = ProgramStream.of(object.program("says"), ProgramStream.Kind.OUTPUT);
            assertThatThrownBy(output::read)
                    .isInstanceOf(LoadException.class)
                    .hasMessageContaining("Linux 6.17 brought streams of programs");
        }
    }

    @Test
    void closedObjectsAreRefused() {
        LoadedObject object = LoadedSource.load(folder, "streams", SOURCE);
        ProgramStream output = ProgramStream.of(object.program("says"), ProgramStream.Kind.OUTPUT);
        object.close();
        assertThatThrownBy(output::read).isInstanceOf(IllegalStateException.class);
    }
}
