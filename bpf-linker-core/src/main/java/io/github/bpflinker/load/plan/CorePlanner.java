package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.core.CodeBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assigns CO-RE relocations to functions. */
final class CorePlanner {

    private CorePlanner() {}

    /** Returns the relocations of each function, in the order of {@code .BTF.ext}. */
    static List<List<CoreReference>> plan(ObjectFile object, ExtInfo ext, CodeLayout code, List<CodeBuffer> buffers) {
        List<List<CoreReference>> found = new ArrayList<>();
        code.functions().forEach(function -> found.add(new ArrayList<>()));
        ext.forEachCore((section, offset, type, access, kind, sequence) -> {
            int index = object.section(section).map(ElfSection::index).orElse(0);
            int function = code.at(index, offset / Instruction.SIZE);
            if (function >= 0) {
                CodeLayout.Function holder = code.functions().get(function);
                int at = (int) (offset / Instruction.SIZE) - holder.start();
                Optional<CoreRelocation.Kind> known = CoreRelocation.Kind.ofCode(kind);
                if (known.isEmpty() || (buffers.get(function).isWide(at) && at + 1 >= holder.length())) {
                    throw object.fail(new PlanProblem.BadReference(
                            section,
                            offset,
                            "type " + type,
                            code.line(holder, at),
                            known.isEmpty()
                                    ? "by a CO-RE relocation of unknown kind " + Integer.toUnsignedString(kind)
                                    : "but the function ends within the instruction"));
                }
                found.get(function).add(new CoreReference(at, type, access, known.get(), sequence));
            }
        });
        return found;
    }
}
