package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.BpfRelocation;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.elf.ObjectMap;
import io.github.bpflinker.kernel.code.Opcodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves calls and relocations of code, as libbpf does before it loads a program. */
final class CodeReferences {

    private final BpfObject object;
    private final Externs externs;

    /** By section and offset. */
    private final Map<Integer, Map<Long, ElfRelocation>> relocations = new HashMap<>();

    private final Map<Integer, Map<Long, BpfFunction>> functions = new HashMap<>();
    private final Set<Integer> dataSections = new HashSet<>();
    private final Set<Integer> mapSections = new HashSet<>();

    CodeReferences(BpfObject object, Optional<BtfFile> btf) {
        this.object = object;
        this.externs = new Externs(btf);
        for (BpfRelocation relocation : object.relocations()) {
            if (relocation.section().isExecutable()) {
                ElfRelocation at = relocation.relocation();
                put(relocations, relocation.section(), at.offset(), at);
            }
        }
        for (BpfFunction function : object.functions()) {
            put(functions, function.section(), function.offset(), function);
        }
        for (ObjectMap map : object.maps()) {
            if (map.kind() == ObjectMap.Kind.GLOBAL_DATA) {
                dataSections.add(map.section().index());
            } else if (map.kind() != ObjectMap.Kind.STRUCT_OPS) {
                mapSections.add(map.section().index());
            }
        }
    }

    /** What each instruction of a function refers to. */
    List<InstructionTarget> of(BpfFunction function, List<Instruction> code) {
        List<InstructionTarget> targets =
                new ArrayList<>(Collections.nCopies(code.size(), InstructionTarget.Nothing.HERE));
        for (int at = 0; at < code.size(); at += code.get(at).isWide() ? 2 : 1) {
            targets.set(at, of(function, function.offset() + (long) at * Instruction.SIZE, code.get(at)));
        }
        return targets;
    }

    private InstructionTarget of(BpfFunction function, long offset, Instruction instruction) {
        int section = function.section().index();
        @Nullable ElfRelocation relocation = at(relocations, section, offset);
        if (instruction.opcode() == Opcodes.CALL) {
            return call(section, offset, instruction, relocation);
        }
        return instruction.isWide() && relocation != null
                ? address(instruction, relocation)
                : InstructionTarget.Nothing.HERE;
    }

    private InstructionTarget call(int section, long offset, Instruction call, @Nullable ElfRelocation relocation) {
        if (relocation == null) {
            if (call.src() != Opcodes.PSEUDO_CALL) {
                return InstructionTarget.Nothing.HERE;
            }
            return toFunction(section, offset + ((long) call.imm() + 1) * Instruction.SIZE, true);
        }
        ElfSymbol symbol = relocation.symbol();
        if (symbol.isUndefined()) {
            return externs.resolve(symbol, true);
        }
        // A section symbol has offset 0; the immediate value is the index of the function's first instruction minus
        // one.
        return toFunction(symbol.section(), symbol.value() + ((long) call.imm() + 1) * Instruction.SIZE, true);
    }

    private InstructionTarget address(Instruction load, ElfRelocation relocation) {
        ElfSymbol symbol = relocation.symbol();
        if (symbol.isUndefined()) {
            return externs.resolve(symbol, false);
        }
        if (dataSections.contains(symbol.section())) {
            String section = sectionName(symbol.section());
            return new InstructionTarget.GlobalData(symbol.name().isEmpty() ? section : symbol.name(), section);
        }
        if (mapSections.contains(symbol.section())) {
            return new InstructionTarget.MapAddress(symbol.name() + "+" + (symbol.value() + load.imm()));
        }
        return toFunction(symbol.section(), symbol.value() + load.imm(), false);
    }

    private String sectionName(int index) {
        return object.file().sections().get(index).name();
    }

    private InstructionTarget toFunction(int section, long offset, boolean call) {
        @Nullable BpfFunction target = at(functions, section, offset);
        if (target == null || !isExecutable(section)) {
            return InstructionTarget.Nothing.HERE;
        }
        return call ? new InstructionTarget.Call(target) : new InstructionTarget.Callback(target);
    }

    private boolean isExecutable(int section) {
        ElfSection found = object.file().sections().get(section);
        return found.isExecutable();
    }

    private static <T> void put(Map<Integer, Map<Long, T>> places, ElfSection section, long offset, T what) {
        places.computeIfAbsent(section.index(), index -> new HashMap<>()).put(offset, what);
    }

    private static <T> @Nullable T at(Map<Integer, Map<Long, T>> places, int section, long offset) {
        Map<Long, T> ofSection = places.getOrDefault(section, Map.of());
        return ofSection.get(offset);
    }
}
