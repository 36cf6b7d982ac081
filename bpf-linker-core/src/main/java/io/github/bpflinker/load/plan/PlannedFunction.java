package io.github.bpflinker.load.plan;

import java.util.List;

/**
 * A function of the object as compiled: the entry of a program, or a function that programs call.
 *
 * @param name its symbol
 * @param section the name of its section, with the {@code ?} if it starts with one
 * @param offset its offset in the section, in units of 8 bytes
 * @param code its instructions in the byte order of the object, not relocated
 * @param subprogram whether it is in {@code .text}, so that it is not a program
 * @param exported whether its symbol is global or weak
 * @param hidden whether it is exported with hidden or internal visibility, which makes it static for the verifier
 * @param references by instruction, ascending
 * @param core CO-RE relocations by instruction, ascending
 * @param functionInfo records of {@code .BTF.ext} as the kernel takes them ({@code struct bpf_func_info}), whose
 *     offsets count instructions from the start of this function; empty if there are none
 * @param lineInfo the same of {@code struct bpf_line_info}
 */
public record PlannedFunction(
        String name,
        String section,
        int offset,
        Bytes code,
        boolean subprogram,
        boolean exported,
        boolean hidden,
        List<CodeReference> references,
        List<CoreReference> core,
        Bytes functionInfo,
        Bytes lineInfo) {

    public PlannedFunction {
        references = List.copyOf(references);
        core = List.copyOf(core);
    }

    /** Its length in units of 8 bytes. */
    public int instructions() {
        return code.size() / 8;
    }
}
