package io.github.bpflinker.load.host;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Maps files in {@code /sys} into memory; reads those that can't be mapped, as before Linux 6.16. */
final class MappedFile {

    private static final int READ = 1;
    private static final int PRIVATE = 2;

    private MappedFile() {}

    /**
     * Returns the content. A mapping exists until the process ends.
     *
     * @throws IOException if it can't be read
     */
    static ByteBuffer read(SystemCalls calls, Path file) throws IOException {
        long size = Files.size(file);
        Optional<ByteBuffer> mapped = size > 0 && size <= Integer.MAX_VALUE ? map(calls, file, size) : Optional.empty();
        return mapped.isPresent() ? mapped.get() : ByteBuffer.wrap(Files.readAllBytes(file));
    }

    private static Optional<ByteBuffer> map(SystemCalls calls, Path file, long size) {
        int fd = calls.open(file.toString(), 0);
        if (fd < 0) {
            return Optional.empty();
        }
        try {
            long address = calls.mmap(0, size, READ, PRIVATE, fd, 0);
            return address < 0 && address > -4096 ? Optional.empty() : Optional.of(calls.view(address, (int) size));
        } finally {
            calls.close(fd);
        }
    }
}
