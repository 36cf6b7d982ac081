package io.github.bpflinker.worker;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes to an open descriptor with system calls. Java can't open a stream on a descriptor number, and reopening {@code
 * /dev/fd/N} fails for sockets and starts files from the beginning.
 */
public final class DescriptorOutput extends OutputStream {

    /** POLLERR, POLLHUP and POLLNVAL of poll(2), which have the same values on Linux and macOS. */
    private static final int GONE = 0x0008 | 0x0010 | 0x0020;

    private static final int SIZE_OF_POLLFD = 8;
    private static final int REVENTS = 6;

    private final int descriptor;

    /** @param descriptor the descriptor, which is not closed with this stream */
    public DescriptorOutput(int descriptor) {
        this.descriptor = descriptor;
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
            long written = libc("write").invokeLong(new Object[] {descriptor, rest, new NativeLong(rest.length)});
            if (written <= 0) {
                throw new IOException("the reader has closed the output");
            }
            from += (int) written;
        }
    }

    /**
     * Whether a reader exists: false if no process has the other end of a pipe or socket open. Always true for files,
     * and if it can't be determined.
     */
    public boolean isRead() {
        byte[] pollfd = new byte[SIZE_OF_POLLFD];
        ByteBuffer fields = ByteBuffer.wrap(pollfd).order(ByteOrder.nativeOrder());
        fields.putInt(0, descriptor);
        try {
            int ready = libc("poll").invokeInt(new Object[] {pollfd, new NativeLong(1), 0});
            return ready <= 0 || (fields.getShort(REVENTS) & GONE) == 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static Function libc(String function) throws IOException {
        try {
            return NativeLibrary.getProcess().getFunction(function);
        } catch (LinkageError e) {
            throw new IOException(e);
        }
    }
}
