package io.github.bpflinker.load.syscall;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/**
 * The system calls that waiting for events takes: epoll(7), eventfd(2), read(2), write(2), perf_event_open(2). Each answers
 * with a result that is not negative, or with the negated error number. Thread-safe.
 */
public final class EventCalls {

    /** {@code EPOLL_CLOEXEC} and the like are {@code O_CLOEXEC}, the same on x86-64 and aarch64. */
    private static final int CLOSE_ON_EXEC = 0x80000;

    private static final int NON_BLOCKING = 0x800;
    private static final int ADD = 1;
    private static final int READABLE = 1;

    /** {@code PERF_FLAG_FD_CLOEXEC}. */
    private static final int PERF_CLOSE_ON_EXEC = 8;

    private static final int ENABLE = 0x2400;

    /** {@code struct epoll_event} is packed on x86-64 only. */
    private final int eventSize;

    private final int eventData;
    private final long perfEventOpen;

    private EventCalls(Architecture architecture) {
        boolean packed = architecture == Architecture.X86_64;
        this.eventSize = packed ? 12 : 16;
        this.eventData = packed ? 4 : 8;
        this.perfEventOpen = packed ? 298 : 241;
    }

    /**
     * Those of the running kernel.
     *
     * @throws UnsupportedPlatformException if there is no such kernel here
     */
    public static EventCalls ofSystem() {
        SystemCalls.ofSystem();
        return Holder.CALLS;
    }

    private static final class Holder {

        private static final EventCalls CALLS = new EventCalls(Architecture.ofSystem());

        static {
            Native.register(Functions.class, NativeLibrary.getProcess());
        }
    }

    /** Functions of the C library, mapped directly. */
    private static final class Functions {

        private Functions() {}

        static native int epoll_create1(int flags);

        static native int epoll_ctl(int epoll, int operation, int fd, long event);

        static native int epoll_wait(int epoll, long events, int most, int milliseconds);

        static native int eventfd(int initial, int flags);

        static native long read(int fd, long target, long most);

        static native long write(int fd, long source, long count);

        static native int ioctl(int fd, long request, long argument);

        static native long syscall(long number, long event, long pid, long cpu, long group, long flags);
    }

    private static int answer(long result) {
        return result < 0 ? -Native.getLastError() : (int) result;
    }

    /** A set of descriptors to wait for. */
    public int newEpoll() {
        return answer(Functions.epoll_create1(CLOSE_ON_EXEC));
    }

    /** Adds a descriptor to wait for until it can be read. */
    public int add(int epoll, int fd, int number) {
        NativeMemory event = NativeMemory.allocate(eventSize);
        event.bytes().putInt(0, READABLE).putInt(eventData, number);
        int answer = answer(Functions.epoll_ctl(epoll, ADD, fd, event.address()));
        Reference.reachabilityFence(event);
        return answer;
    }

    /** Memory for the answers of {@link #await}. */
    public NativeMemory newEvents(int most) {
        return NativeMemory.allocate(most * eventSize);
    }

    /**
     * Waits until one of the descriptors can be read.
     *
     * @param milliseconds -1 for as long as it takes
     * @return how many can
     */
    public int await(int epoll, NativeMemory events, int milliseconds) {
        int answer = answer(Functions.epoll_wait(epoll, events.address(), events.size() / eventSize, milliseconds));
        Reference.reachabilityFence(events);
        return answer;
    }

    /** The number with which the descriptor of an answer was added. */
    public int number(NativeMemory events, int at) {
        return events.bytes().getInt(at * eventSize + eventData);
    }

    /** A counter by which threads wake each other. */
    public int newCounter() {
        return answer(Functions.eventfd(0, CLOSE_ON_EXEC | NON_BLOCKING));
    }

    /** read(2). */
    public int read(int fd, NativeMemory target) {
        int answer = answer(Functions.read(fd, target.address(), target.size()));
        Reference.reachabilityFence(target);
        return answer;
    }

    /** write(2). */
    public int write(int fd, NativeMemory source, int count) {
        int answer = answer(Functions.write(fd, source.address(), count));
        Reference.reachabilityFence(source);
        return answer;
    }

    /**
     * An event of processes on one processor that programs write to: {@code PERF_COUNT_SW_BPF_OUTPUT}.
     *
     * @param attributes {@code struct perf_event_attr}
     */
    public int openPerfEvent(ByteBuffer attributes, int cpu) {
        NativeMemory memory = NativeMemory.of(attributes);
        int answer = answer(Functions.syscall(perfEventOpen, memory.address(), -1, cpu, -1, PERF_CLOSE_ON_EXEC));
        Reference.reachabilityFence(memory);
        return answer;
    }

    /** Starts an event of {@link #openPerfEvent}. */
    public int enable(int event) {
        return answer(Functions.ioctl(event, ENABLE, 0));
    }

    /** {@code PERF_EVENT_IOC_PAUSE_OUTPUT}: 1 has the kernel write no more into its buffer, 0 go on. */
    public int pauseOutput(int event, int paused) {
        return answer(Functions.ioctl(event, 0x40042409, paused));
    }
}
