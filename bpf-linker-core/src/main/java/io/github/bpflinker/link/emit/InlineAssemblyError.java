package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts errors of LLVM's assembler in inline assembly. They contain neither function nor source line, only the line
 * of assembly with its operands substituted. The location is known if exactly one inline assembly has that line, or if
 * there is only one.
 */
final class InlineAssemblyError {

    private static final Pattern REFUSED =
            Pattern.compile("(?s)<inline asm>:\\d+:\\d+: (?:error: )?([^\\n]*)(?:\\n\\s*([^\\n]*).*)?");

    private InlineAssemblyError() {}

    /** The diagnostic; empty if the text is not such an error. */
    static Optional<Diagnostic> translate(String text, Module module) {
        Matcher matcher = REFUSED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String line = matcher.group(2) == null ? "" : matcher.group(2).strip();
        Diagnostic diagnostic = Diagnostic.error(Problem.CODE_GENERATION)
                .withPayload(CodeLimit.INLINE_ASSEMBLY)
                .withDetail(matcher.group(1).strip() + (line.isEmpty() ? "" : " in '" + line + "'"));
        return Optional.of(find(line, module)
                .map(place -> diagnostic
                        .withFunction(place.function().name())
                        .withLocation(place.location().orElse(null)))
                .orElse(diagnostic));
    }

    private static Optional<IrInstruction> find(String line, Module module) {
        List<IrInstruction> all = new ArrayList<>();
        List<IrInstruction> withLine = new ArrayList<>();
        for (Function function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                instruction.calledAssembly().ifPresent(assembly -> {
                    all.add(instruction);
                    if (!line.isEmpty() && assembly.contains(line)) {
                        withLine.add(instruction);
                    }
                });
            }
        }
        return withLine.size() == 1 ? Optional.of(withLine.get(0)) : only(all);
    }

    private static Optional<IrInstruction> only(List<IrInstruction> instructions) {
        return instructions.size() == 1 ? Optional.of(instructions.get(0)) : Optional.empty();
    }
}
