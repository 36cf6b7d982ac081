package io.github.bpflinker.load.plan;

import java.util.List;

/**
 * A function of the object as it was compiled: a program's entry, or one that programs call.
 *
 * @param name its symbol
 * @param section the name of its section, with the {@code ?} if it starts with one
 * @param offset where it starts in its section, in units of 8 bytes
 * @param code its instructions, in the byte order of the object; not adapted in any way
 * @param subprogram whether it is in {@code .text}, so that the kernel can't start it
 * @param exported whether its symbol is global or weak
 * @param hidden whether it is exported with hidden or internal visibility, which makes it static to the verifier
 * @param references by instruction, ascending
 * @param core CO-RE relocations by instruction, ascending
 * @param functionInfo records of {@code .BTF.ext} as the kernel takes them ({@code struct bpf_func_info}), whose offsets
 *     count instructions from the start of this function; empty if there are none
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
