package io.github.bpflinker.cli;

import io.github.bpflinker.worker.DescriptorStream;
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
            System.setErr(new PrintStream(new DescriptorStream(descriptor), true, Charset.forName(charset)));
        }
    }
}
