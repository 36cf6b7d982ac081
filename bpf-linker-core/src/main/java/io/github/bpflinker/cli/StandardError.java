package io.github.bpflinker.cli;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Where messages go. LLVM and the JVM print to the standard error of this process, which the launcher keeps apart: what
 * they say belongs into one sentence, if they end the process, and comes after ours otherwise.
 */
final class StandardError extends OutputStream {

    /** The system property with the number of the descriptor. */
    private static final String PROPERTY = "bpf.linker.messages";

    private final int descriptor;

    private StandardError(int descriptor) {
        this.descriptor = descriptor;
    }

    /** Puts the user's standard error in place of {@link System#err}, if the launcher says where it is. */
    static void claim() {
        Integer descriptor = Integer.getInteger(PROPERTY);
        if (descriptor != null) {
            String charset = System.getProperty(
                    "stderr.encoding", Charset.defaultCharset().name());
            System.setErr(new PrintStream(new StandardError(descriptor), true, Charset.forName(charset)));
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /**
     * By the system call: Java can only open the file once more, which would then be written from its beginning by
     * whoever has it open already.
     */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        while (from < offset + length) {
            byte[] rest = Arrays.copyOfRange(bytes, from, offset + length);
            long written = write().invokeLong(new Object[] {descriptor, rest, new NativeLong(rest.length)});
            if (written <= 0) {
                throw new IOException("can't be written");
            }
            from += (int) written;
        }
    }

    private static Function write() throws IOException {
        try {
            return NativeLibrary.getProcess().getFunction("write");
        } catch (LinkageError e) {
            throw new IOException(e);
        }
    }
}
