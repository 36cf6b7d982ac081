package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.kernel.code.GuardedCode;
import io.github.bpflinker.kernel.code.LoadTimeSource;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the code of an object that runs only where a check at load time lets it. */
final class Guards {

    private static final Set<CoreRelocation.Kind> QUESTIONS = EnumSet.of(
            CoreRelocation.Kind.FIELD_EXISTS,
            CoreRelocation.Kind.TYPE_EXISTS,
            CoreRelocation.Kind.TYPE_MATCHES,
            CoreRelocation.Kind.ENUMVAL_EXISTS);

    /** The offsets of CO-RE relocations that ask whether something exists, by section. */
    private final Map<String, Set<Long>> questions = new HashMap<>();

    Guards(Optional<BtfFile> btf) {
        btf.flatMap(BtfFile::ext).map(BtfExt::relocations).ifPresent(sections -> {
            for (BtfExt.Section<CoreRelocation> section : sections) {
                Set<Long> offsets = questions.computeIfAbsent(section.name(), name -> new HashSet<>());
                section.entries().stream()
                        .filter(relocation -> QUESTIONS.contains(relocation.kind()))
                        .forEach(relocation -> offsets.add(relocation.offset()));
            }
        });
    }

    /**
     * The indices of a function's instructions that a check can remove.
     *
     * @param targets of each instruction
     */
    BitSet of(BpfFunction function, List<Instruction> code, List<InstructionTarget> targets) {
        Map<Integer, LoadTimeSource> sources = new HashMap<>();
        Set<Long> asked = questions.getOrDefault(function.section().name(), Set.of());
        for (int at = 0; at < code.size(); at += code.get(at).isWide() ? 2 : 1) {
            long offset = function.offset() + (long) at * Instruction.SIZE;
            if (asked.contains(offset)) {
                sources.put(at, LoadTimeSource.EXISTENCE);
            } else if (code.get(at).isWide()) {
                Optional<LoadTimeSource> source = source(targets.get(at));
                if (source.isPresent()) {
                    sources.put(at, source.get());
                }
            }
        }
        return GuardedCode.of(code, sources);
    }

    private static Optional<LoadTimeSource> source(InstructionTarget reference) {
        if ((reference instanceof InstructionTarget.Kfunc kfunc
                        && kfunc.symbol().isWeak())
                || (reference instanceof InstructionTarget.KernelVariable variable
                        && variable.symbol().isWeak())) {
            return Optional.of(LoadTimeSource.WEAK_SYMBOL);
        }
        return reference instanceof InstructionTarget.GlobalData data && data.isConstant()
                ? Optional.of(LoadTimeSource.CONSTANT_DATA)
                : Optional.empty();
    }
}
