package io.github.bpflinker.maven.verify;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.nio.ByteBuffer;

/** The running kernel, but that it permits bpf(2) nothing. */
final class NoPermission implements SystemCalls {

    private final SystemCalls calls = SystemCalls.ofSystem();

    @Override
    public long bpf(int command, NativeMemory attributes, int size) {
        return -Errno.EPERM;
    }

    @Override
    public long call(SystemCall call, long... arguments) {
        return calls.call(call, arguments);
    }

    @Override
    public int close(int fd) {
        return calls.close(fd);
    }

    @Override
    public int duplicate(int fd) {
        return calls.duplicate(fd);
    }

    @Override
    public int open(String path, int flags) {
        return calls.open(path, flags);
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return calls.mmap(address, length, protection, flags, fd, offset);
    }

    @Override
    public ByteBuffer view(long address, int length) {
        return calls.view(address, length);
    }

    @Override
    public int munmap(long address, long length) {
        return calls.munmap(address, length);
    }

    @Override
    public int pageSize() {
        return calls.pageSize();
    }

    @Override
    public int threadId() {
        return calls.threadId();
    }

    @Override
    public boolean interrupt(int thread) {
        return calls.interrupt(thread);
    }

    @Override
    public int setLimit(int resource, long soft, long hard) {
        return calls.setLimit(resource, soft, hard);
    }
}
