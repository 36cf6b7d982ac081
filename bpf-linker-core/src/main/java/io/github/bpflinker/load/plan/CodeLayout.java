package io.github.bpflinker.load.plan;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of an object by section and offset, by the rules of libbpf. */
final class CodeLayout {

    /**
     * A function.
     *
     * @param section its section
     * @param start in units of 8 bytes
     * @param length in units of 8 bytes
     */
    record Function(ElfSymbol symbol, ElfSection section, int start, int length, boolean subprogram) {

        String name() {
            return symbol.name();
        }

        byte[] code() {
            byte[] code = new byte[length * Instruction.SIZE];
            ByteBuffer content = section.content();
            content.get(content.position() + start * Instruction.SIZE, code);
            return code;
        }
    }

    private static final Comparator<Function> BY_PLACE =
            Comparator.comparingInt((Function f) -> f.section().index()).thenComparingInt(Function::start);

    private final ObjectFile object;
    private final @Nullable ExtInfo ext;
    private final int text;
    private final List<Function> functions = new ArrayList<>();

    CodeLayout(ObjectFile object, @Nullable ExtInfo ext, boolean textIsProgram) {
        this.object = object;
        this.ext = ext;
        int found = 0;
        boolean[] code = new boolean[object.sections().size()];
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isCode(section)) {
                code[section.index()] = true;
                found = section.name().equals(ObjectFile.TEXT) ? section.index() : found;
            }
        }
        this.text = found;
        for (ElfSymbol symbol : object.symbols()) {
            int index = symbol.section();
            if (symbol.type() == ElfSymbol.Type.FUNC && index > 0 && index < code.length && code[index]) {
                functions.add(function(symbol, object.sections().get(index)));
            }
        }
        functions.sort(BY_PLACE);
        if (textIsProgram && functions.size() == 1) {
            Function only = functions.get(0);
            functions.set(0, new Function(only.symbol(), only.section(), only.start(), only.length(), false));
        }
    }

    private Function function(ElfSymbol symbol, ElfSection section) {
        long size = symbol.size();
        long start = symbol.value();
        int available = section.content().remaining();
        if (size <= 0 || size % Instruction.SIZE != 0 || start % Instruction.SIZE != 0) {
            throw bad(symbol, section, "is no whole number of instructions: offset " + start + ", " + size + " bytes");
        }
        if (start < 0 || start > available || size > available - start) {
            throw bad(symbol, section, "reaches beyond the section");
        }
        boolean subprogram = section.index() == text;
        if (!subprogram && symbol.isLocal()) {
            throw bad(symbol, section, "is static; programs must be visible, and functions that they call in .text");
        }
        return new Function(
                symbol, section, (int) (start / Instruction.SIZE), (int) (size / Instruction.SIZE), subprogram);
    }

    private PlanException bad(ElfSymbol symbol, ElfSection section, String reason) {
        return object.fail(new PlanProblem.BadFunction(section.name(), symbol.name(), Optional.empty(), reason));
    }

    /** The index of {@code .text}; 0 if there is none with code. */
    int text() {
        return text;
    }

    List<Function> functions() {
        return functions;
    }

    /** The index in {@link #functions} of the function that contains an instruction; -1 if there is none. */
    int at(int section, long unit) {
        int low = 0;
        int high = functions.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            Function function = functions.get(middle);
            boolean before = function.section().index() < section
                    || (function.section().index() == section && function.start() <= unit);
            low = before ? middle : low;
            high = before ? high : middle - 1;
        }
        if (functions.isEmpty()) {
            return -1;
        }
        Function function = functions.get(low);
        boolean within = function.section().index() == section
                && unit >= function.start()
                && unit < (long) function.start() + function.length();
        return within ? low : -1;
    }

    /** The source line of an instruction, if there is debug information. */
    Optional<SourceLocation> line(Function function, int at) {
        return ext == null
                ? Optional.empty()
                : ext.line(
                        function.section().name(), function.start(), (long) (function.start() + at) * Instruction.SIZE);
    }
}
