package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;

/** A socket of rtnetlink, of the network namespace in which it was opened. Thread-safe. */
public final class NetlinkSocket implements AutoCloseable {

    private static final int NETLINK = 16;
    private static final int RAW = 3;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int ERROR = 2;
    private static final int ANSWER = 8192;

    private final SystemCalls calls;
    private final int fd;
    private int sequence;

    /** @param fd from {@link #tryOpen}, closed with it */
    public NetlinkSocket(SystemCalls calls, int fd) {
        this.calls = calls;
        this.fd = fd;
    }

    /** A socket; its descriptor, or the negated error number. */
    public static int tryOpen(SystemCalls calls) {
        return (int) calls.call(SystemCall.SOCKET, NETLINK, RAW | CLOSE_ON_EXEC, 0);
    }

    /**
     * Sends a message and waits for the answer.
     *
     * @return 0, or the negated error number
     */
    public synchronized int request(NetlinkMessage message) {
        sequence++;
        NativeMemory memory = message.finish(sequence);
        int sent = (int) calls.call(SystemCall.SENDTO, fd, memory.address(), message.size(), 0, 0, 0);
        Reference.reachabilityFence(memory);
        if (sent < 0) {
            return sent;
        }
        NativeMemory answer = NativeMemory.allocate(ANSWER);
        while (true) {
            int received = (int) calls.call(SystemCall.RECVFROM, fd, answer.address(), ANSWER, 0, 0, 0);
            if (received == -Errno.EINTR) {
                continue;
            }
            if (received < 0) {
                return received;
            }
            for (int at = 0; at + 20 <= received; at += Math.max(answer.bytes().getInt(at) + 3 & ~3, 16)) {
                if (answer.bytes().getShort(at + 4) == ERROR && answer.bytes().getInt(at + 8) == sequence) {
                    return answer.bytes().getInt(at + 16);
                }
            }
        }
    }

    @Override
    public void close() {
        calls.close(fd);
    }
}
