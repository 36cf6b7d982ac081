package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.Instruction;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Maps the verifier's instruction numbers to the functions of an object. libbpf appends each function at its first use
 * and processes the functions that it uses before it continues with the caller.
 */
public final class ProgramLayout {

    private final BpfObject object;
    private final CodeReferences references;
    private final SourceLines lines;
    private final NavigableMap<Long, BpfFunction> starts = new TreeMap<>();
    private long size;

    private ProgramLayout(BpfObject object, Optional<BtfFile> btf) {
        this.object = object;
        this.references = new CodeReferences(object, btf);
        this.lines = new SourceLines(btf);
    }

    /**
     * Computes the layout of a program.
     *
     * @param btf the BTF of the object, if it has any
     */
    public static ProgramLayout of(BpfObject object, Optional<BtfFile> btf, BpfFunction program) {
        ProgramLayout layout = new ProgramLayout(object, btf);
        layout.append(program);
        return layout;
    }

    private void append(BpfFunction function) {
        starts.put(size, function);
        size += function.instructions();
        List<Instruction> code = object.code(function);
        for (InstructionTarget reference : references.of(function, code)) {
            if (reference instanceof InstructionTarget.Call call) {
                appendIfNew(call.callee());
            } else if (reference instanceof InstructionTarget.Callback callback) {
                appendIfNew(callback.callee());
            }
        }
    }

    private void appendIfNew(BpfFunction function) {
        if (!starts.containsValue(function)) {
            append(function);
        }
    }

    /** The functions in the order of their instructions, the program first. */
    public List<BpfFunction> functions() {
        return List.copyOf(starts.values());
    }

    /**
     * Finds the origin of an instruction.
     *
     * @param number the verifier's number of the instruction, from 0, in units of 8 bytes
     * @return empty if there is no such instruction
     */
    public Optional<UseSite> at(long number) {
        Map.Entry<Long, BpfFunction> start = starts.floorEntry(number);
        if (start == null || number >= size) {
            return Optional.empty();
        }
        BpfFunction function = start.getValue();
        long offset = function.offset() + (number - start.getKey()) * Instruction.SIZE;
        return Optional.of(lines.place(function, offset));
    }
}
