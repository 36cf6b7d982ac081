package io.github.bpflinker.cli;

import io.github.bpflinker.worker.DescriptorStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Where messages go. LLVM and the JVM print to the standard error of this process, which the launcher keeps apart: what
 * they say belongs into one sentence, if they end the process, and comes after ours otherwise.
 */
final class StandardError {

    /** The system property with the number of the descriptor. */
    private static final String PROPERTY = "bpf.linker.messages";

    private StandardError() {}

    /** Puts the user's standard error in place of {@link System#err}, if the launcher says where it is. */
    static void claim() {
        Integer descriptor = Integer.getInteger(PROPERTY);
        if (descriptor != null) {
            String charset = System.getProperty(
                    "stderr.encoding", Charset.defaultCharset().name());
            System.setErr(new PrintStream(new DescriptorStream(descriptor), true, Charset.forName(charset)));
        }
    }
}
