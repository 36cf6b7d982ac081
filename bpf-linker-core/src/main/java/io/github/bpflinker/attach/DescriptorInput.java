package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.Streams;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a descriptor, which it closes. Thread-safe. */
final class DescriptorInput extends InputStream {

    private static final int BUFFER = 32 * 1024;

    private final SystemCalls calls;
    private final NativeMemory buffer = NativeMemory.allocate(BUFFER);
    private final int fd;
    private boolean closed;

    DescriptorInput(SystemCalls calls, int fd) {
        this.calls = calls;
        this.fd = fd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] target, int at, int length) throws IOException {
        Objects.checkFromIndexSize(at, length, target.length);
        if (closed) {
            throw new IOException("the stream is closed");
        }
        if (length == 0) {
            return 0;
        }
        int most = Math.min(length, BUFFER);
        int answer;
        do {
            answer = Streams.tryRead(calls, fd, buffer, most);
        } while (answer == -Errno.EAGAIN || answer == -Errno.EINTR);
        if (answer < 0) {
            throw new IOException("the iterator can't be read: " + Errno.describe(-answer));
        }
        buffer.bytes().get(0, target, at, answer);
        return answer == 0 ? -1 : answer;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(fd);
        }
    }
}
