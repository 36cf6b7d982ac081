package io.github.bpflinker.run;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The translated instructions and the machine code of a loaded program.
 *
 * @param translated the instructions after translation by the verifier; empty if the kernel hides them
 * @param functions the machine code of each function, the program's own first; empty if the program is interpreted, or
 *     the kernel hides it
 */
public record MachineCode(List<Long> translated, List<Function> functions) {

    private static final int SIZE = 232;
    private static final int JITED_SIZE = 16;
    private static final int TRANSLATED_SIZE = 20;
    private static final int JITED = 24;
    private static final int TRANSLATED = 32;
    private static final int SYMBOL_COUNT = 104;
    private static final int LENGTH_COUNT = 108;
    private static final int SYMBOLS = 112;
    private static final int LENGTHS = 120;
    private static final int LINE_COUNT = 168;
    private static final int LINES = 160;
    private static final int LINE_SIZE = 176;

    public MachineCode {
        translated = List.copyOf(translated);
        functions = List.copyOf(functions);
    }

    /**
     * The machine code of one function.
     *
     * @param address its address in the kernel; 0 if the kernel hides it
     * @param code its machine code
     * @param lineStarts the offset in {@code code} of each entry of the program's line information, in order (Linux
     *     5.0)
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by content, and copied
    public record Function(long address, byte[] code, List<Integer> lineStarts) {
        public Function {
            code = code.clone();
            lineStarts = List.copyOf(lineStarts);
        }

        @Override
        public byte[] code() {
            return code.clone();
        }
    }

    /**
     * Queries the code of a loaded program.
     *
     * @throws LoadException if the query fails
     */
    public static MachineCode of(LoadedProgram program) {
        Descriptor descriptor = program.descriptor();
        NativeMemory sizes = NativeMemory.allocate(SIZE);
        ask(descriptor, sizes);
        ByteBuffer counts = sizes.bytes();
        NativeMemory jited = NativeMemory.allocate(counts.getInt(JITED_SIZE));
        NativeMemory translated = NativeMemory.allocate(counts.getInt(TRANSLATED_SIZE));
        int functionCount = counts.getInt(SYMBOL_COUNT);
        NativeMemory symbols = NativeMemory.allocate(functionCount * Long.BYTES);
        NativeMemory lengths = NativeMemory.allocate(counts.getInt(LENGTH_COUNT) * Integer.BYTES);
        int lineCount = counts.getInt(LINE_COUNT);
        NativeMemory lines = NativeMemory.allocate(lineCount * Long.BYTES);
        NativeMemory info = NativeMemory.allocate(SIZE);
        info.bytes()
                .putInt(JITED_SIZE, counts.getInt(JITED_SIZE))
                .putLong(JITED, jited.address())
                .putInt(TRANSLATED_SIZE, counts.getInt(TRANSLATED_SIZE))
                .putLong(TRANSLATED, translated.address())
                .putInt(SYMBOL_COUNT, functionCount)
                .putLong(SYMBOLS, symbols.address())
                .putInt(LENGTH_COUNT, counts.getInt(LENGTH_COUNT))
                .putLong(LENGTHS, lengths.address())
                .putInt(LINE_COUNT, lineCount)
                .putLong(LINES, lines.address())
                .putInt(LINE_SIZE, Long.BYTES);
        ask(descriptor, info);
        List<Long> instructions = new ArrayList<>();
        if (info.bytes().getLong(TRANSLATED) != 0) {
            for (int at = 0; at < info.bytes().getInt(TRANSLATED_SIZE); at += Long.BYTES) {
                instructions.add(translated.bytes().getLong(at));
            }
        }
        List<Function> functions = new ArrayList<>();
        if (info.bytes().getLong(JITED) != 0 && info.bytes().getInt(JITED_SIZE) > 0) {
            int start = 0;
            for (int i = 0; i < functionCount; i++) {
                int length = lengths.bytes().getInt(i * Integer.BYTES);
                byte[] code = new byte[length];
                jited.bytes().get(start, code);
                start += length;
                long address = symbols.bytes().getLong(i * Long.BYTES);
                functions.add(new Function(address, code, lineStarts(lines, lineCount, address, length)));
            }
        }
        Reference.reachabilityFence(List.of(jited, translated, symbols, lengths, lines));
        return new MachineCode(instructions, functions);
    }

    private static List<Integer> lineStarts(NativeMemory lines, int count, long address, int length) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long offset = lines.bytes().getLong(i * Long.BYTES) - address;
            if (address != 0 && offset >= 0 && offset < length) {
                starts.add((int) offset);
            }
        }
        return starts;
    }

    private static void ask(Descriptor descriptor, NativeMemory info) {
        int answer = descriptor.call(fd -> descriptor.kernel().bpf().tryInfo(fd, info, SIZE));
        if (answer < 0) {
            throw descriptor.refusal(Command.OBJ_GET_INFO_BY_FD.kernelName(), answer);
        }
    }
}
