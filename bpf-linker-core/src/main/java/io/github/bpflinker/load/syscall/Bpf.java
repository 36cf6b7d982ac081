package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * bpf(2), with one method for each command. Returned descriptors are owned by the caller, who must close them; they
 * have the close-on-exec flag. Thread-safe.
 *
 * <p>Failures throw {@link SystemCallException}, except for methods that are documented to return the negated error
 * number.
 */
public final class Bpf {

    /** The number of attempts, as in libbpf: the kernel returns EAGAIN if a signal arrives during verification. */
    private static final int ATTEMPTS = 5;

    private static final int FRAME_SIZE = 160;

    private final SystemCalls calls;
    private final FramePool frames = new FramePool(FRAME_SIZE);

    public Bpf(SystemCalls calls) {
        this.calls = calls;
    }

    /** The system calls. */
    public SystemCalls calls() {
        return calls;
    }

    /** Creates a map. Returns its descriptor or the negated error number. */
    public int tryCreateMap(MapAttributes map) {
        return (int) calls.bpf(Command.MAP_CREATE.number(), map.attributes(), Command.MAP_CREATE.size());
    }

    /** Loads a program. Returns its descriptor or the negated error number. */
    public int tryLoadProgram(ProgramAttributes program) {
        return tryLoadProgram(program, () -> false);
    }

    /**
     * Loads a program with a call that another thread can {@link SystemCalls#interrupt interrupt}.
     *
     * @param stop whether to return EAGAIN after a signal instead of repeating the call
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
     * Loads BTF. Returns its descriptor or the negated error number.
     *
     * @param btf the complete section
     * @param log the buffer for the kernel's log; null for no log
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
     * @return 0, or the negated error number: ENOENT if the key does not exist
     */
    public int lookup(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_LOOKUP_ELEM, map, key, value, flags);
    }

    /**
     * Reads and removes a key, or the first element of a queue or stack.
     *
     * @param key none for queues and stacks
     * @return 0, or the negated error number: ENOENT if the key does not exist
     */
    public int lookupAndDelete(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_LOOKUP_AND_DELETE_ELEM, map, key, value, flags);
    }

    /** Writes the value of a key. Returns 0 or the negated error number. */
    public int update(int map, @Nullable NativeMemory key, NativeMemory value, long flags) {
        return element(Command.MAP_UPDATE_ELEM, map, key, value, flags);
    }

    /** Removes a key. Returns 0 or the negated error number. */
    public int delete(int map, NativeMemory key) {
        return element(Command.MAP_DELETE_ELEM, map, key, null, 0);
    }

    /**
     * Finds the key that follows another.
     *
     * @param key the previous key; null for the first key
     * @return 0, or the negated error number: ENOENT after the last key
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

    /** Makes a map read-only for user space (Linux 5.2). Returns 0 or the negated error number. */
    public int freeze(int map) {
        NativeMemory frame = frame(Command.MAP_FREEZE);
        frame.bytes().putInt(0, map);
        return (int) run(Command.MAP_FREEZE, frame);
    }

    /** Pins an object at a path in a BPF file system. */
    public void pin(int fd, String path) {
        NativeMemory name = CStrings.of(path);
        NativeMemory frame = frame(Command.OBJ_PIN);
        frame.bytes().putLong(0, name.address()).putInt(8, fd);
        check(Command.OBJ_PIN, run(Command.OBJ_PIN, frame));
        Reference.reachabilityFence(name);
    }

    /** Opens a pinned object. Returns its descriptor or the negated error number. */
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
     * @return empty after the last object
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
     * Opens an object by its id. Returns its descriptor or the negated error number: ENOENT if it no longer exists.
     *
     * @param command one of the commands {@code …_GET_FD_BY_ID}
     */
    public int tryOpenById(Command command, int id) {
        NativeMemory frame = frame(command);
        frame.bytes().putInt(0, id);
        return (int) run(command, frame);
    }

    /**
     * Queries information about an object. The buffer can contain lengths and addresses of further buffers.
     *
     * @param info the structure in the size known to the caller; the kernel fills in the fields that it supports
     * @return 0, or the negated error number
     */
    public int tryInfo(int fd, NativeMemory info, int size) {
        NativeMemory frame = frame(Command.OBJ_GET_INFO_BY_FD);
        frame.bytes().putInt(0, fd).putInt(4, size).putLong(8, info.address());
        int answer = (int) run(Command.OBJ_GET_INFO_BY_FD, frame);
        Reference.reachabilityFence(info);
        return answer;
    }

    /** Binds a map to the lifetime of a program (Linux 5.10). Returns 0 or the negated error number. */
    public int bindMap(int program, int map) {
        NativeMemory frame = frame(Command.PROG_BIND_MAP);
        frame.bytes().putInt(0, program).putInt(4, map);
        return (int) run(Command.PROG_BIND_MAP, frame);
    }

    /**
     * Creates a token from a delegated BPF file system (Linux 6.9). Returns its descriptor or the negated error number.
     */
    public int tryCreateToken(int fileSystemFd) {
        NativeMemory frame = frame(Command.TOKEN_CREATE);
        frame.bytes().putInt(4, fileSystemFd);
        return (int) run(Command.TOKEN_CREATE, frame);
    }

    /**
     * Runs a command with attributes written by the caller. Returns the result of the call or the negated error number.
     */
    public long run(Command command, Consumer<ByteBuffer> layout) {
        NativeMemory frame = frame(command);
        layout.accept(frame.bytes());
        return run(command, frame);
    }

    /**
     * Runs a command that also writes its attributes.
     *
     * @param layout writes the attributes
     * @param answer reads the attributes afterwards, even if the call failed
     * @return the result of the call or the negated error number
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
