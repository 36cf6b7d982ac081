package io.github.bpflinker.worker;

import com.sun.jna.NativeLibrary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The standard output, reserved for the protocol. Because LLVM and clang print to descriptor 1, it is redirected to
 * standard error, and the protocol uses a duplicate of the original descriptor. {@link System#out} is redirected, too.
 */
public final class ProtocolOutput extends OutputStream {

    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private final OutputStream stream;
    private final BooleanSupplier read;

    /**
     * @param stream the stream for responses
     * @param read whether responses can still be read
     */
    ProtocolOutput(OutputStream stream, BooleanSupplier read) {
        this.stream = stream;
        this.read = read;
    }

    /** Reserves the standard output. Must be called once, before anything is printed. */
    public static ProtocolOutput claim() {
        System.setOut(System.err);
        try {
            NativeLibrary libc = NativeLibrary.getProcess();
            int copy = libc.getFunction("dup").invokeInt(new Object[] {STDOUT});
            if (copy >= 0 && libc.getFunction("dup2").invokeInt(new Object[] {STDERR, STDOUT}) >= 0) {
                DescriptorOutput stream = new DescriptorOutput(copy);
                return new ProtocolOutput(stream, stream::isRead);
            }
        } catch (UnsatisfiedLinkError e) {
            // On Windows the functions have other names and exist in each C runtime, so only Java's output is
            // redirected.
            return ofTheJdk();
        }
        return ofTheJdk();
    }

    /** The other end can't be queried; the parent process is assumed to be the reader. */
    private static ProtocolOutput ofTheJdk() {
        return new ProtocolOutput(new FileOutputStream(FileDescriptor.out), () -> ProcessHandle.current()
                .parent()
                .map(ProcessHandle::isAlive)
                .orElse(false));
    }

    /** Whether a response can still be read; the parent process may have been killed. */
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
