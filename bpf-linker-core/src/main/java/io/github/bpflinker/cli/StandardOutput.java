package io.github.bpflinker.cli;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.text.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The standard output of this process. Records write errors, which a PrintStream hides. */
final class StandardOutput extends OutputStream {

    private final OutputStream stream = new FileOutputStream(FileDescriptor.out);
    private volatile @Nullable IOException failure;

    private StandardOutput() {}

    /** Replaces {@link System#out} with a buffered stream that is flushed at the end. */
    static StandardOutput claim() {
        StandardOutput output = new StandardOutput();
        String charset =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        System.setOut(new PrintStream(new BufferedOutputStream(output), false, Charset.forName(charset)));
        return output;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /**
     * Flushes the stream.
     *
     * @param exitCode the exit code of the command
     * @return the exit code of the process: a failure if output was lost
     */
    int finish(int exitCode) {
        System.out.flush();
        IOException lost = failure;
        if (lost == null || exitCode != ExitCode.OK) {
            return exitCode;
        }
        String reason = SystemReason.of(lost);
        if (!reason.contains("Broken pipe")) {
            System.err.println(Printable.line("Error: standard output can't be written: " + reason
                    + "; check where it goes and the free space there"));
        }
        return ExitCode.FAILED;
    }
}
