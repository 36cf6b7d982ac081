package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The attributes of {@code BPF_PROG_LOAD}, named as in {@code union bpf_attr}. Fields that are not set are zero, which
 * the kernel ignores. Mutable, for one or several calls; keeps referenced memory reachable.
 */
public final class ProgramAttributes {

    /** {@code BPF_F_TOKEN_FD} (Linux 6.9). */
    private static final int HAS_TOKEN = 1 << 16;

    private static final int NAME_SIZE = 16;
    private static final int INSTRUCTION_SIZE = 8;

    private final NativeMemory attributes = NativeMemory.allocate(Command.PROG_LOAD.size());
    private final ByteBuffer bytes = attributes.bytes();
    private final List<NativeMemory> kept = new ArrayList<>();

    /**
     * Creates attributes that every kernel supports.
     *
     * @param type a value of {@code enum bpf_prog_type}
     * @param instructions in the machine's byte order, from position to limit; copied
     * @param license the content of section {@code license}
     */
    public ProgramAttributes(int type, ByteBuffer instructions, String license) {
        bytes.putInt(0, type).putInt(4, instructions.remaining() / INSTRUCTION_SIZE);
        bytes.putLong(8, keep(NativeMemory.of(instructions)));
        bytes.putLong(16, keep(CStrings.of(license)));
    }

    private long keep(NativeMemory memory) {
        kept.add(memory);
        return memory.address();
    }

    /**
     * Requests the verifier's log.
     *
     * @param level 1 for every instruction, 2 for every state, 4 for statistics; 0 for none
     * @param buffer the buffer for the log, which is not cleared
     */
    public ProgramAttributes log(int level, NativeMemory buffer) {
        bytes.putInt(24, level).putInt(28, buffer.size()).putLong(32, keep(buffer));
        return this;
    }

    /** Disables the log. */
    public ProgramAttributes noLog() {
        bytes.putInt(24, 0).putInt(28, 0).putLong(32, 0);
        return this;
    }

    /** The size of the complete log in bytes (Linux 6.4); 0 on older kernels. */
    public int logTrueSize() {
        return bytes.getInt(140);
    }

    /** Sets {@code LINUX_VERSION_CODE}, which kernels before 5.0 check for kprobes. */
    public ProgramAttributes kernelVersion(int code) {
        bytes.putInt(40, code);
        return this;
    }

    /** {@code BPF_F_…}. */
    public ProgramAttributes flags(int flags) {
        bytes.putInt(44, (bytes.getInt(44) & HAS_TOKEN) | flags);
        return this;
    }

    /**
     * Sets the name (Linux 4.15), truncated to 15 bytes; the kernel accepts only letters, digits, {@code _} and {@code
     * .}.
     */
    public ProgramAttributes name(String name) {
        bytes.putLong(48, 0).putLong(56, 0);
        CStrings.put(bytes, 48, NAME_SIZE, name);
        return this;
    }

    /** Sets the network device for an offloaded program. */
    public ProgramAttributes networkDevice(int index) {
        bytes.putInt(64, index);
        return this;
    }

    /** Sets a value of {@code enum bpf_attach_type} (Linux 4.17). */
    public ProgramAttributes expectedAttachType(int type) {
        bytes.putInt(68, type);
        return this;
    }

    /**
     * Sets the function and line information (Linux 5.0).
     *
     * @param functions records of {@code struct bpf_func_info}
     * @param lines records of {@code struct bpf_line_info}
     */
    public ProgramAttributes debugInfo(
            int btfFd, ByteBuffer functions, int functionRecordSize, ByteBuffer lines, int lineRecordSize) {
        bytes.putInt(72, btfFd);
        if (functions.hasRemaining()) {
            bytes.putInt(76, functionRecordSize).putInt(88, functions.remaining() / functionRecordSize);
            bytes.putLong(80, keep(NativeMemory.of(functions)));
        }
        if (lines.hasRemaining()) {
            bytes.putInt(92, lineRecordSize).putInt(104, lines.remaining() / lineRecordSize);
            bytes.putLong(96, keep(NativeMemory.of(lines)));
        }
        return this;
    }

    /** Sets the kernel type to attach to, and the BTF of its module; 0 for the kernel itself. */
    public ProgramAttributes attachType(int typeId, int btfFd) {
        bytes.putInt(108, typeId).putInt(112, btfFd);
        return this;
    }

    /** Sets the program to attach to, and the type id of its function. */
    public ProgramAttributes attachProgram(int typeId, int programFd) {
        return attachType(typeId, programFd);
    }

    /** Sets the descriptors that instructions reference by index (Linux 5.14). */
    public ProgramAttributes descriptors(int[] fds) {
        NativeMemory array = NativeMemory.allocate(fds.length * Integer.BYTES);
        for (int i = 0; i < fds.length; i++) {
            array.bytes().putInt(i * Integer.BYTES, fds[i]);
        }
        bytes.putLong(120, keep(array));
        return this;
    }

    /** Sets a token (Linux 6.9); 0 for none. */
    public ProgramAttributes token(int fd) {
        if (fd == 0) {
            return this;
        }
        bytes.putInt(144, fd).putInt(44, bytes.getInt(44) | HAS_TOKEN);
        return this;
    }

    NativeMemory attributes() {
        return attributes;
    }
}
