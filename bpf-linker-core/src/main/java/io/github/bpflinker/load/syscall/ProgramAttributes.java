package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code BPF_PROG_LOAD} takes; fields are named as in {@code union bpf_attr}. What is not set is zero, and so means
 * nothing to the kernel. A mutable value of one call or several; keeps what it points to reachable.
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
     * A program as every kernel knows it.
     *
     * @param type as {@code enum bpf_prog_type} numbers it
     * @param instructions in the machine's byte order, from position to limit; copied
     * @param license as section {@code license} has it
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
     * Asks for the verifier's log.
     *
     * @param level 1 for every instruction, 2 for every state, 4 for statistics; 0 for none
     * @param buffer what it is written into; not cleared before
     */
    public ProgramAttributes log(int level, NativeMemory buffer) {
        bytes.putInt(24, level).putInt(28, buffer.size()).putLong(32, keep(buffer));
        return this;
    }

    /** Asks for no log. */
    public ProgramAttributes noLog() {
        bytes.putInt(24, 0).putInt(28, 0).putLong(32, 0);
        return this;
    }

    /** Bytes that the whole log would have taken (Linux 6.4); 0 on older kernels. */
    public int logTrueSize() {
        return bytes.getInt(140);
    }

    /** {@code LINUX_VERSION_CODE}, which kernels before 5.0 compare with their own for kprobes. */
    public ProgramAttributes kernelVersion(int code) {
        bytes.putInt(40, code);
        return this;
    }

    /** {@code BPF_F_…}. */
    public ProgramAttributes flags(int flags) {
        bytes.putInt(44, bytes.getInt(44) & HAS_TOKEN | flags);
        return this;
    }

    /** The first 15 bytes of it (Linux 4.15); the kernel takes letters, digits, {@code _} and {@code .} only. */
    public ProgramAttributes name(String name) {
        bytes.putLong(48, 0).putLong(56, 0);
        CStrings.put(bytes, 48, NAME_SIZE, name);
        return this;
    }

    /** The network device that is to run it. */
    public ProgramAttributes networkDevice(int index) {
        bytes.putInt(64, index);
        return this;
    }

    /** As {@code enum bpf_attach_type} numbers it (Linux 4.17). */
    public ProgramAttributes expectedAttachType(int type) {
        bytes.putInt(68, type);
        return this;
    }

    /**
     * What describes its functions and lines (Linux 5.0).
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

    /** The kernel's type that it attaches to, and the module's BTF in which that is; 0 for the kernel itself. */
    public ProgramAttributes attachType(int typeId, int btfFd) {
        bytes.putInt(108, typeId).putInt(112, btfFd);
        return this;
    }

    /** The program that it attaches to, and the type of the function there. */
    public ProgramAttributes attachProgram(int typeId, int programFd) {
        return attachType(typeId, programFd);
    }

    /** Descriptors that instructions name by index (Linux 5.14). */
    public ProgramAttributes descriptors(int[] fds) {
        NativeMemory array = NativeMemory.allocate(fds.length * Integer.BYTES);
        for (int i = 0; i < fds.length; i++) {
            array.bytes().putInt(i * Integer.BYTES, fds[i]);
        }
        bytes.putLong(120, keep(array));
        return this;
    }

    /** A token that permits it (Linux 6.9). */
    public ProgramAttributes token(int fd) {
        bytes.putInt(144, fd).putInt(44, bytes.getInt(44) | HAS_TOKEN);
        return this;
    }

    NativeMemory attributes() {
        return attributes;
    }
}
