package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * bpf(2), one method for each command. What answers with a descriptor hands it over: the caller closes it. Descriptors
 * close on exec, as the kernel makes them. Thread-safe.
 *
 * <p>What can fail throws {@link SystemCallException}, except where a plain answer is part of normal work: those say so.
 */
public final class Bpf {

    /** As libbpf: the kernel answers EAGAIN when a signal came while it was verifying. */
    private static final int ATTEMPTS = 5;

    private static final int FRAME_SIZE = 160;

    private final SystemCalls calls;
    private final FramePool frames = new FramePool(FRAME_SIZE);

    public Bpf(SystemCalls calls) {
        this.calls = calls;
    }

    /** What it calls. */
    public SystemCalls calls() {
        return calls;
    }

    /** Makes a map and answers with its descriptor, or with the negated error number. */
    public int tryCreateMap(MapAttributes map) {
        return (int) calls.bpf(Command.MAP_CREATE.number(), map.attributes(), Command.MAP_CREATE.size());
    }

    /** Loads a program and answers with its descriptor, or with the negated error number. */
    public int tryLoadProgram(ProgramAttributes program) {
        return tryLoadProgram(program, () -> false);
    }

    /**
     * The same, for a call that another thread can {@link SystemCalls#interrupt interrupt}.
     *
     * @param stop whether not to try again when a signal came; the answer is then EAGAIN
     */
    public int tryLoadProgram(ProgramAttributes program, BooleanSupplier stop) {
        int answer = -Errno.EAGAIN;
        for (int attempt = 0; attempt < ATTEMPTS && answer == -Errno.EAGAIN && !stop.getAsBoolean(); attempt++) {
            answer = (int) calls.bpf(Command.PROG_LOAD.number(), program.attributes(), Command.PROG_LOAD.size());
        }
        Reference.reachabilityFence(program);
        return answer;
    }

    /**
     * Loads BTF and answers with its descriptor, or with the negated error number.
     *
     * @param btf the whole of it, its header first
     * @param log what the kernel's remarks are written into; it writes none if that is missing
     * @param tokenFd a token that permits it (Linux 6.9), or 0
     */
    public int tryLoadBtf(NativeMemory btf, int size, @Nullable NativeMemory log, int tokenFd) {
        NativeMemory frame = frame(Command.BTF_LOAD);
        ByteBuffer bytes = frame.bytes();
        bytes.putLong(0, btf.address()).putInt(16, size);
        if (log != null) {
            bytes.putLong(8, log.address()).putInt(20, log.size()).putInt(24, 1);
        }
        if (tokenFd != 0) {
            bytes.putInt(32, 1 << 16).putInt(36, tokenFd);
        }
        int answer = (int) run(Command.BTF_LOAD, frame);
        Reference.reachabilityFence(btf);
        Reference.reachabilityFence(log);
        return answer;
    }

    /**
     * Reads the value of a key.
     *
     * @param flags {@code BPF_F_LOCK} and the like
     * @return 0, or the negated error number: ENOENT if there is no such key
     */
    public int lookup(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_LOOKUP_ELEM, map, key, value, flags);
    }

    /**
     * Reads and removes a key, or the first element of a queue or stack.
     *
     * @param key none for queues and stacks
     * @return 0, or the negated error number: ENOENT if there is no such key
     */
    public int lookupAndDelete(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_LOOKUP_AND_DELETE_ELEM, map, key, value, flags);
    }

    /** Writes the value of a key; 0, or the negated error number. */
    public int update(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_UPDATE_ELEM, map, key, value, flags);
    }

    /** Removes a key; 0, or the negated error number. */
    public int delete(int map, NativeMemory key) {
        return element(Command.MAP_DELETE_ELEM, map, key, null, 0);
    }

    /**
     * Finds the key that follows another.
     *
     * @param key none for the first one
     * @return 0, or the negated error number: ENOENT behind the last one
     */
    public int nextKey(int map, @Nullable NativeMemory key, NativeMemory next) {
        return element(Command.MAP_GET_NEXT_KEY, map, key, next, 0);
    }

    private int element(
            Command command, int map, @Nullable NativeMemory key, @Nullable NativeMemory value, long flags) {
        NativeMemory frame = frame(command);
        frame.bytes()
                .putInt(0, map)
                .putLong(8, key == null ? 0 : key.address())
                .putLong(16, value == null ? 0 : value.address())
                .putLong(24, flags);
        int answer = (int) run(command, frame);
        Reference.reachabilityFence(key);
        Reference.reachabilityFence(value);
        return answer;
    }

    /** Makes a map read-only for user space (Linux 5.2); 0, or the negated error number. */
    public int freeze(int map) {
        NativeMemory frame = frame(Command.MAP_FREEZE);
        frame.bytes().putInt(0, map);
        return (int) run(Command.MAP_FREEZE, frame);
    }

    /** Pins an object under a path of a BPF file system. */
    public void pin(int fd, String path) {
        NativeMemory name = CStrings.of(path);
        NativeMemory frame = frame(Command.OBJ_PIN);
        frame.bytes().putLong(0, name.address()).putInt(8, fd);
        check(Command.OBJ_PIN, run(Command.OBJ_PIN, frame));
        Reference.reachabilityFence(name);
    }

    /** Opens what is pinned under a path; its descriptor, or the negated error number. */
    public int tryOpenPinned(String path) {
        NativeMemory name = CStrings.of(path);
        NativeMemory frame = frame(Command.OBJ_GET);
        frame.bytes().putLong(0, name.address());
        int answer = (int) run(Command.OBJ_GET, frame);
        Reference.reachabilityFence(name);
        return answer;
    }

    /**
     * Finds the next object of a kind by its id.
     *
     * @param command one of the commands {@code …_GET_NEXT_ID}
     * @param id 0 to find the first
     * @return empty behind the last one
     */
    public OptionalInt nextId(Command command, int id) {
        NativeMemory frame = frame(command);
        frame.bytes().putInt(0, id);
        long answer = calls.bpf(command.number(), frame, command.size());
        int next = frame.bytes().getInt(4);
        frames.giveBack(frame);
        if (answer == -Errno.ENOENT) {
            return OptionalInt.empty();
        }
        check(command, answer);
        return OptionalInt.of(next);
    }

    /**
     * Opens an object by its id; its descriptor, or the negated error number: ENOENT if it is gone meanwhile.
     *
     * @param command one of the commands {@code …_GET_FD_BY_ID}
     */
    public int tryOpenById(Command command, int id) {
        NativeMemory frame = frame(command);
        frame.bytes().putInt(0, id);
        return (int) run(command, frame);
    }

    /**
     * Asks what an object is. What the memory holds is asked: lengths and addresses of further memory.
     *
     * @param info as long as the caller knows the structure; the kernel fills in what it knows of it
     * @return 0, or the negated error number
     */
    public int tryInfo(int fd, NativeMemory info, int size) {
        NativeMemory frame = frame(Command.OBJ_GET_INFO_BY_FD);
        frame.bytes().putInt(0, fd).putInt(4, size).putLong(8, info.address());
        int answer = (int) run(Command.OBJ_GET_INFO_BY_FD, frame);
        Reference.reachabilityFence(info);
        return answer;
    }

    /** Keeps a map as long as a program lives (Linux 5.10); 0, or the negated error number. */
    public int bindMap(int program, int map) {
        NativeMemory frame = frame(Command.PROG_BIND_MAP);
        frame.bytes().putInt(0, program).putInt(4, map);
        return (int) run(Command.PROG_BIND_MAP, frame);
    }

    /** Makes a token out of a delegated BPF file system (Linux 6.9); its descriptor, or the negated error number. */
    public int tryCreateToken(int fileSystemFd) {
        NativeMemory frame = frame(Command.TOKEN_CREATE);
        frame.bytes().putInt(4, fileSystemFd);
        return (int) run(Command.TOKEN_CREATE, frame);
    }

    /** Runs a command whose attributes the caller lays out: 0 or more, or the negated error number. */
    public long run(Command command, Consumer<ByteBuffer> layout) {
        NativeMemory frame = frame(command);
        layout.accept(frame.bytes());
        return run(command, frame);
    }

    /**
     * Runs a command that writes into its attributes.
     *
     * @param layout lays the attributes out
     * @param answer reads them afterwards, whether the call failed or not
     * @return 0 or more, or the negated error number
     */
    public long run(Command command, Consumer<ByteBuffer> layout, Consumer<ByteBuffer> answer) {
        NativeMemory frame = frame(command);
        layout.accept(frame.bytes());
        long result = calls.bpf(command.number(), frame, command.size());
        answer.accept(frame.bytes());
        frames.giveBack(frame);
        return result;
    }

    private NativeMemory frame(Command command) {
        NativeMemory frame = frames.take();
        frame.clear(command.size());
        return frame;
    }

    private long run(Command command, NativeMemory frame) {
        long answer = calls.bpf(command.number(), frame, command.size());
        frames.giveBack(frame);
        return answer;
    }

    private static void check(Command command, long answer) {
        if (answer < 0) {
            throw new SystemCallException(command.kernelName(), (int) -answer);
        }
    }
}
