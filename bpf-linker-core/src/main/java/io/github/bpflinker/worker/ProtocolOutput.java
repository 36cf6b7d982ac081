package io.github.bpflinker.worker;

import com.sun.jna.NativeLibrary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Standard output, kept for the protocol alone. LLVM and clang print to file descriptor 1: it is made a copy of standard
 * error, and the protocol goes on a private copy of what it was. {@link System#out} goes to standard error, too.
 */
public final class ProtocolOutput extends OutputStream {

    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private final OutputStream stream;
    private final BooleanSupplier read;

    /**
     * @param stream where the answers go
     * @param read whether somebody may still read them
     */
    ProtocolOutput(OutputStream stream, BooleanSupplier read) {
        this.stream = stream;
        this.read = read;
    }

    /** Takes standard output away from everybody else in this process. Once per process, before anything is printed. */
    public static ProtocolOutput claim() {
        System.setOut(System.err);
        try {
            NativeLibrary libc = NativeLibrary.getProcess();
            int copy = libc.getFunction("dup").invokeInt(new Object[] {STDOUT});
            if (copy >= 0 && libc.getFunction("dup2").invokeInt(new Object[] {STDERR, STDOUT}) >= 0) {
                DescriptorStream stream = new DescriptorStream(copy);
                return new ProtocolOutput(stream, stream::isRead);
            }
        } catch (UnsatisfiedLinkError e) {
            // Windows has these under other names, one set per C runtime: there only Java's own output is redirected.
            return ofTheJdk();
        }
        return ofTheJdk();
    }

    /** Can't ask who has the other end; whoever started this process is taken for the reader. */
    private static ProtocolOutput ofTheJdk() {
        return new ProtocolOutput(new FileOutputStream(FileDescriptor.out), () -> ProcessHandle.current()
                .parent()
                .map(ProcessHandle::isAlive)
                .orElse(false));
    }

    /** Whether an answer may still reach somebody: whoever started this process may have been killed. */
    boolean isRead() {
        return read.getAsBoolean();
    }

    @Override
    public void write(int single) throws IOException {
        stream.write(single);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }
}
