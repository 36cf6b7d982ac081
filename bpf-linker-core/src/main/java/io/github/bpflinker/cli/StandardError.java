package io.github.bpflinker.cli;

import io.github.bpflinker.worker.DescriptorOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The stream for messages. LLVM and the JVM print to the standard error of this process, which the launcher captures:
 * if they terminate the process, their output becomes part of the launcher's message; otherwise it is printed after the
 * messages.
 */
final class StandardError {

    /** The system property with the number of the descriptor for messages. */
    private static final String PROPERTY = "bpf.linker.messages";

    private StandardError() {}

    /** Replaces {@link System#err} with the user's standard error, if the launcher passed its descriptor. */
    static void claim() {
        Integer descriptor = Integer.getInteger(PROPERTY);
        if (descriptor != null) {
            String charset = System.getProperty(
                    "stderr.encoding", Charset.defaultCharset().name());
            System.setErr(new PrintStream(new Messages(descriptor), true, Charset.forName(charset)));
        }
    }

    /** Where no thread can be started, JNA can't be used either; the launcher prints what it captures then. */
    private static final class Messages extends OutputStream {

        private final OutputStream messages;
        private final OutputStream captured = new FileOutputStream(FileDescriptor.err);

        Messages(int descriptor) {
            messages = new DescriptorOutput(descriptor);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                messages.write(bytes, offset, length);
            } catch (OutOfMemoryError e) {
                captured.write(bytes, offset, length);
            }
        }
    }
}
