package io.github.bpflinker.run;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A test run of a program with given data ({@code BPF_PROG_TEST_RUN}, Linux 4.12), without attaching it:
 *
 * <pre>{@code
 * TestResult result = TestRun.of(object.program("count")).data(packet).repeat(1000).run();
 * }</pre>
 *
 * <p>Immutable; all methods except {@link #run} return a changed copy. The inputs depend on the type of the program:
 *
 * <ul>
 * <li>socket filters, classifiers, actions, {@code cgroup_skb}, lwt: a packet from its Ethernet header on (at least 14
 * bytes), and a {@code struct __sk_buff} as context (Linux 5.2); {@link #repeat};
 * <li>XDP: a packet, and a {@code struct xdp_md} as context (Linux 5.15), {@link #repeat}, {@link #liveFrames} (5.18);
 * <li>flow dissectors: a packet and a {@code struct bpf_flow_keys} ({@code flags} counts); {@link #repeat};
 * <li>netfilter: a packet and a {@code struct nf_hook_state} (Linux 6.4); {@link #repeat};
 * <li>sk_lookup: a {@code struct bpf_sk_lookup} as context, no data (Linux 5.13); {@link #repeat};
 * <li>raw tracepoints: up to twelve 64-bit arguments as context, {@link #cpu} (Linux 5.10); no repetition;
 * <li>syscall programs: any context (Linux 5.14); no repetition;
 * <li>tracing programs and structs of operations: nothing, or what the kernel's own test functions take.
 * </ul>
 *
 * Other types are not supported: the kernel returns {@code ENOTSUPP}.
 */
public final class TestRun {

    /** {@code BPF_F_TEST_RUN_ON_CPU}, {@code BPF_F_TEST_XDP_LIVE_FRAMES}, {@code BPF_F_TEST_SKB_CHECKSUM_COMPLETE}. */
    private static final int ON_CPU = 1;

    private static final int LIVE_FRAMES = 2;
    private static final int CHECKSUM_COMPLETE = 4;

    /** The default space for programs that enlarge a packet, in bytes. */
    private static final int ROOM = 512;

    private static final int ETHERNET_HEADER = 14;

    private final LoadedProgram program;
    private final byte[] data;
    private final byte[] context;
    private final Shape shape;

    /** The parameters of a run; a room of -1 is the default. */
    private record Shape(int repeat, int flags, int cpu, int batch, int room) {}

    private TestRun(LoadedProgram program, byte[] data, byte[] context, Shape shape) {
        this.program = program;
        this.data = data;
        this.context = context;
        this.shape = shape;
    }

    /** Creates a single run without data. */
    public static TestRun of(LoadedProgram program) {
        return new TestRun(program, new byte[0], new byte[0], new Shape(0, 0, 0, 0, -1));
    }

    /** Sets the packet or other data, depending on the program type. */
    public TestRun data(byte[] bytes) {
        return new TestRun(program, bytes.clone(), context, shape);
    }

    /** Sets the context in the layout of the kernel's header. */
    public TestRun context(byte[] bytes) {
        return new TestRun(program, data, bytes.clone(), shape);
    }

    /** Sets the number of runs with the same data; {@link TestResult#duration} is the mean. */
    public TestRun repeat(int times) {
        if (times < 1) {
            throw new IllegalArgumentException(times + " repetitions");
        }
        return new TestRun(program, data, context, new Shape(times, shape.flags, shape.cpu, shape.batch, shape.room));
    }

    /** Sets the CPU, for raw tracepoints. */
    public TestRun cpu(int number) {
        return new TestRun(
                program, data, context, new Shape(shape.repeat, shape.flags | ON_CPU, number, shape.batch, shape.room));
    }

    /**
     * For XDP: executes the program's verdict on the interface in the context ({@code ingress_ifindex}); data and
     * context are not returned (Linux 5.18).
     *
     * @param batch the number of frames per batch, at most 256; 0 for the kernel's default of 64
     */
    public TestRun liveFrames(int batch) {
        return new TestRun(
                program,
                data,
                context,
                new Shape(shape.repeat, shape.flags | LIVE_FRAMES, shape.cpu, batch, shape.room));
    }

    /** For classifiers: marks the packet's checksum as computed by hardware (Linux 6.16). */
    public TestRun checksumComplete() {
        return new TestRun(
                program,
                data,
                context,
                new Shape(shape.repeat, shape.flags | CHECKSUM_COMPLETE, shape.cpu, shape.batch, shape.room));
    }

    /** Sets the maximum size of the data after the run; by default 512 bytes more than before. */
    public TestRun room(int bytes) {
        return new TestRun(program, data, context, new Shape(shape.repeat, shape.flags, shape.cpu, shape.batch, bytes));
    }

    /**
     * Runs the program.
     *
     * @throws LoadException if the kernel rejects the call
     * @throws IllegalStateException if the program is closed
     */
    public TestResult run() {
        Descriptor descriptor = program.descriptor();
        boolean live = (shape.flags & LIVE_FRAMES) != 0;
        int room = live || data.length == 0 ? 0 : shape.room < 0 ? data.length + ROOM : shape.room;
        Buffers buffers = new Buffers(
                NativeMemory.of(data),
                NativeMemory.allocate(room),
                NativeMemory.of(context),
                NativeMemory.allocate(context.length));
        Answer answer = new Answer();
        int errno = -descriptor.call(fd -> (int) descriptor
                .kernel()
                .bpf()
                .run(
                        Command.PROG_TEST_RUN,
                        attributes -> layout(attributes, fd, buffers, room, live ? 0 : context.length),
                        answer::read));
        Reference.reachabilityFence(buffers);
        if (errno > 0) {
            throw refused(descriptor, errno, answer);
        }
        byte[] after = room == 0 ? data : bytes(buffers.out, answer.dataSize);
        return new TestResult(
                answer.value,
                Duration.ofNanos(answer.duration),
                after,
                contextAfter(buffers, answer.contextSize, live));
    }

    private record Buffers(NativeMemory in, NativeMemory out, NativeMemory context, NativeMemory contextOut) {}

    /** The output of the kernel. */
    private static final class Answer {

        private int value;
        private int dataSize;
        private long duration;
        private int contextSize;

        void read(ByteBuffer attributes) {
            value = attributes.getInt(4);
            dataSize = attributes.getInt(12);
            duration = Integer.toUnsignedLong(attributes.getInt(36));
            contextSize = attributes.getInt(44);
        }
    }

    /** Writes the attributes ({@code test} in {@code union bpf_attr}). */
    private void layout(ByteBuffer to, int fd, Buffers buffers, int room, int contextRoom) {
        to.putInt(0, fd).putInt(32, shape.repeat).putInt(64, shape.flags);
        to.putInt(68, shape.cpu).putInt(72, shape.batch);
        if (data.length > 0) {
            to.putInt(8, data.length).putLong(16, buffers.in.address());
        }
        if (room > 0) {
            to.putInt(12, room).putLong(24, buffers.out.address());
        }
        if (context.length > 0) {
            to.putInt(40, context.length).putLong(48, buffers.context.address());
        }
        if (contextRoom > 0 && hasContextOut()) {
            to.putInt(44, contextRoom).putLong(56, buffers.contextOut.address());
        }
    }

    private byte[] contextAfter(Buffers buffers, int size, boolean live) {
        if (program.type() == ProgramTypes.SYSCALL) {
            // The kernel writes the size back to the same field.
            return bytes(buffers.context, context.length);
        }
        return live || context.length == 0 || !hasContextOut() ? context : bytes(buffers.contextOut, size);
    }

    /** Whether an output context can be passed; other types reject it. */
    private boolean hasContextOut() {
        return !ProgramTypes.WITHOUT_REPETITION.contains(program.type());
    }

    private static byte[] bytes(NativeMemory memory, int size) {
        byte[] bytes = new byte[Math.min(size, memory.size())];
        memory.bytes().get(0, bytes);
        return bytes;
    }

    private LoadException refused(Descriptor descriptor, int errno, Answer answer) {
        String type = program.typeName();
        String call = Command.PROG_TEST_RUN.kernelName();
        String reason = "";
        String remedy = "";
        if (errno == Errno.ENOTSUPP) {
            reason = "programs of type " + type + " have no test run";
            remedy = "attach the program and cause what it waits for";
        } else if (errno == Errno.ENOSPC) {
            reason = "the program left " + answer.dataSize + " bytes of data, more than there is room for";
            remedy = "give the run room for them";
        } else if (errno == Errno.ENODEV) {
            reason = "the context names an interface that is not there";
        } else if (errno == Errno.EINVAL) {
            if (ProgramTypes.WITHOUT_REPETITION.contains(program.type()) && shape.repeat > 0) {
                reason = "programs of type " + type + " take no repetition";
                remedy = "call run() as often";
            } else if (ProgramTypes.WITHOUT_DATA.contains(program.type()) && data.length > 0) {
                reason = "programs of type " + type + " take a context and no data";
            } else if (ProgramTypes.ON_PACKETS.contains(program.type()) && data.length < ETHERNET_HEADER) {
                reason = "programs of type " + type + " need a packet of at least " + ETHERNET_HEADER
                        + " bytes, its Ethernet header";
            } else {
                reason = "it does not take these data, this context or these options, or has a size or field set that"
                        + " it does not know";
            }
        } else {
            return descriptor.refusal(call, -errno);
        }
        return new LoadException(
                new LoadProblem.CallRefused("test run of " + descriptor.subject(), call, errno, reason, remedy));
    }
}
