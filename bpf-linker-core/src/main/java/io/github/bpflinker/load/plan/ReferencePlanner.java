package io.github.bpflinker.load.plan;

import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.Opcode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans the references of instructions, from the relocations of the file and from calls within a section ({@code
 * bpf_program__record_reloc}, {@code bpf_object__reloc_code}).
 */
final class ReferencePlanner {

    private final ObjectFile object;
    private final CodeLayout code;
    private final MapTable maps;
    private final ExternPlanner.Externs externs;
    private final JumpTables jumpTables;
    private final List<CodeBuffer> buffers;
    private final List<List<CodeReference>> references;
    /** The instructions with a relocation, by function. */
    private final List<Map<Integer, ElfSymbol>> relocated;

    ReferencePlanner(
            ObjectFile object,
            CodeLayout code,
            MapTable maps,
            ExternPlanner.Externs externs,
            JumpTables jumpTables,
            List<CodeBuffer> buffers) {
        this.object = object;
        this.code = code;
        this.maps = maps;
        this.externs = externs;
        this.jumpTables = jumpTables;
        this.buffers = buffers;
        this.references = new ArrayList<>();
        this.relocated = new ArrayList<>();
        for (int i = 0; i < code.functions().size(); i++) {
            references.add(new ArrayList<>());
            relocated.add(new HashMap<>());
        }
    }

    /** Returns the references of each function, sorted by instruction. */
    List<List<CodeReference>> plan() {
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isCode(section)) {
                object.relocations(section).forEach(relocation -> relocation(section, relocation));
            }
        }
        for (int i = 0; i < code.functions().size(); i++) {
            callsWithinSection(i);
            references.get(i).sort(Comparator.comparingInt(CodeReference::at));
        }
        return references;
    }

    private void relocation(ElfSection section, ElfRelocation relocation) {
        long offset = relocation.offset();
        if (offset < 0
                || offset % Instruction.SIZE != 0
                || offset >= section.content().remaining()) {
            throw object.fail(new PlanProblem.BadReference(
                    section.name(),
                    offset,
                    object.nameOf(relocation.symbol()),
                    Optional.empty(),
                    "where no instruction starts"));
        }
        int function = code.at(section.index(), offset / Instruction.SIZE);
        // There is no instruction if a linker replaced a weak function and kept its relocations.
        if (function >= 0) {
            int at = (int) (offset / Instruction.SIZE)
                    - code.functions().get(function).start();
            if (relocated.get(function).put(at, relocation.symbol()) != null) {
                throw bad(function, at, relocation.symbol(), "and to something else at the same time");
            }
            reference(function, at, relocation.symbol());
        }
    }

    private void reference(int function, int at, ElfSymbol symbol) {
        CodeBuffer buffer = buffers.get(function);
        boolean call = buffer.opcode(at) == Opcode.CALL;
        if (!call && !buffer.isWide(at)) {
            throw bad(
                    function,
                    at,
                    symbol,
                    "but is neither a call nor a load of 64 bits (opcode 0x" + Integer.toHexString(buffer.opcode(at))
                            + ")");
        }
        if (!call && at + 1 >= buffer.size()) {
            throw bad(function, at, symbol, "but the function ends within the instruction");
        }
        @Nullable CodeReference reference = call ? call(function, at, symbol) : load(function, at, symbol);
        if (reference != null) {
            references.get(function).add(reference);
        }
    }

    private @Nullable CodeReference call(int function, int at, ElfSymbol symbol) {
        if (ObjectFile.isExtern(symbol)) {
            return new CodeReference.ExternCall(at, extern(function, at, symbol));
        }
        CodeBuffer buffer = buffers.get(function);
        if (buffer.source(at) != Opcode.PSEUDO_CALL) {
            throw bad(function, at, symbol, "but calls a helper of the kernel");
        }
        if (symbol.section() == ElfSymbol.UNDEFINED) {
            throw undefined(function, at, symbol.name());
        }
        if (symbol.section() != code.text()) {
            throw bad(
                    function,
                    at,
                    symbol,
                    "but only functions of .text can be called; make it static and __noinline without SEC, or move the"
                            + " common part");
        }
        long target = symbol.value() / Instruction.SIZE + buffer.constant(at) + 1L;
        return isFunctionCall(buffer, at)
                ? new CodeReference.FunctionCall(at, callee(function, at, symbol.name(), target))
                : null;
    }

    private CodeReference load(int function, int at, ElfSymbol symbol) {
        if (ObjectFile.isExtern(symbol)) {
            return new CodeReference.ExternLoad(at, extern(function, at, symbol));
        }
        @Nullable ElfSection section = object.sectionAt(symbol.section());
        if (section == null) {
            throw symbol.section() == ElfSymbol.COMMON
                    ? bad(function, at, symbol, "a variable without initializer; compile with -fno-common")
                    : bad(function, at, symbol, "which is defined nowhere");
        }
        CodeBuffer buffer = buffers.get(function);
        int constant = buffer.constant(at);
        if (isSubprogram(symbol)) {
            long target = symbol.value() + constant;
            if (target % Instruction.SIZE != 0) {
                throw bad(function, at, symbol, "in the middle of an instruction");
            }
            return new CodeReference.FunctionLoad(at, callee(function, at, symbol.name(), target / Instruction.SIZE));
        }
        if (ObjectFile.isArena(section)) {
            return new CodeReference.DataLoad(at, maps.arena(), (int) (symbol.value() + constant));
        }
        if (ObjectFile.isJumpTables(section)) {
            return new CodeReference.JumpTableLoad(at, jumpTable(function, at, symbol, section));
        }
        int map = maps.globalData(section.index());
        if (map >= 0) {
            return new CodeReference.DataLoad(at, map, (int) (symbol.value() + constant));
        }
        map = ObjectFile.isMaps(section) || ObjectFile.isLegacyMaps(section)
                ? maps.definedAt(section.index(), symbol.value())
                : -1;
        if (map < 0) {
            throw bad(
                    function,
                    at,
                    symbol,
                    "of section \"" + section.name() + "\", which is neither a map nor global data");
        }
        return new CodeReference.MapLoad(at, map);
    }

    private boolean isSubprogram(ElfSymbol symbol) {
        if (symbol.section() != code.text() || code.text() == 0) {
            return false;
        }
        return symbol.isLocal() ? symbol.type() == ElfSymbol.Type.SECTION : symbol.type() == ElfSymbol.Type.FUNC;
    }

    private int extern(int function, int at, ElfSymbol symbol) {
        @Nullable Integer place = externs.places().get(symbol.index());
        if (place == null) {
            throw bad(function, at, symbol, "which has no name");
        }
        return place;
    }

    private int jumpTable(int function, int at, ElfSymbol symbol, ElfSection section) {
        try {
            return jumpTables.add(symbol, section);
        } catch (JumpTables.Contradiction e) {
            throw bad(function, at, symbol, e.getMessage());
        }
    }

    /** Adds calls within the section, for which compilers generate no relocations. */
    private void callsWithinSection(int function) {
        CodeBuffer buffer = buffers.get(function);
        for (int at = 0; at < buffer.size(); at += buffer.isWide(at) ? 2 : 1) {
            if (isFunctionCall(buffer, at) && !relocated.get(function).containsKey(at)) {
                CodeLayout.Function caller = code.functions().get(function);
                long target = caller.start() + at + buffer.constant(at) + 1L;
                if (caller.section().index() != code.text()) {
                    throw undefined(function, at, "instruction " + target + " of its own section");
                }
                references
                        .get(function)
                        .add(new CodeReference.FunctionCall(at, callee(function, at, "instruction " + target, target)));
            }
        }
    }

    private static boolean isFunctionCall(CodeBuffer buffer, int at) {
        return buffer.opcode(at) == Opcode.CALL
                && buffer.source(at) == Opcode.PSEUDO_CALL
                && buffer.destination(at) == 0
                && buffer.offset(at) == 0;
    }

    private int callee(int function, int at, String name, long unit) {
        int callee = code.text() == 0 ? -1 : code.at(code.text(), unit);
        if (callee < 0) {
            throw undefined(function, at, name.isEmpty() ? "at instruction " + unit + " of .text" : name);
        }
        return callee;
    }

    private PlanException undefined(int function, int at, String name) {
        CodeLayout.Function caller = code.functions().get(function);
        return object.fail(
                new PlanProblem.UndefinedFunction(caller.section().name(), caller.name(), name, code.line(caller, at)));
    }

    private PlanException bad(int function, int at, ElfSymbol symbol, String reason) {
        CodeLayout.Function caller = code.functions().get(function);
        return object.fail(new PlanProblem.BadReference(
                caller.section().name(),
                (long) (caller.start() + at) * Instruction.SIZE,
                object.nameOf(symbol),
                code.line(caller, at),
                reason));
    }
}
