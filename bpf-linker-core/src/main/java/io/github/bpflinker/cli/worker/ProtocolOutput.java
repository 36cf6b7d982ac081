package io.github.bpflinker.cli.worker;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Standard output, kept for the protocol alone. LLVM and clang print to file descriptor 1: it is made a copy of standard
 * error, and the protocol goes on a private copy of what it was. {@link System#out} goes to standard error, too.
 */
public final class ProtocolOutput {

    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private ProtocolOutput() {}

    /** Takes standard output away from everybody else in this process. Once per process, before anything is printed. */
    public static OutputStream claim() {
        System.setOut(System.err);
        try {
            NativeLibrary libc = NativeLibrary.getProcess();
            int copy = libc.getFunction("dup").invokeInt(new Object[] {STDOUT});
            if (copy >= 0 && libc.getFunction("dup2").invokeInt(new Object[] {STDERR, STDOUT}) >= 0) {
                return new Descriptor(copy, libc.getFunction("write"));
            }
        } catch (UnsatisfiedLinkError e) {
            // Windows has these under other names, one set per C runtime: there only Java's own output is redirected.
            return new FileOutputStream(FileDescriptor.out);
        }
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Java has no way to open a stream on a descriptor by its number, and /dev/fd can't reopen a socket. */
    private static final class Descriptor extends OutputStream {

        private final int number;
        private final Function write;

        Descriptor(int number, Function write) {
            this.number = number;
            this.write = write;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            while (from < offset + length) {
                byte[] rest = Arrays.copyOfRange(bytes, from, offset + length);
                long written = write.invokeLong(new Object[] {number, rest, (long) rest.length});
                if (written <= 0) {
                    throw new IOException("nobody reads the answers of this worker");
                }
                from += (int) written;
            }
        }
    }
}
