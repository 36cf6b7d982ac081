package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.SectionNames;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.Subprogram;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds functions that are probably programs but that loaders do not recognize: static functions, functions in a
 * section with an unknown name and, if there is no program, functions that have no section or are not exported. Must
 * run before optimization, which removes functions that are not exported.
 */
public final class ProgramCheck {

    private static final KernelFacts FACTS = KernelFacts.get();

    /** The maximum number of candidates in a message. */
    private static final int MOST = 3;

    private final Module module;
    private final Exports exports;
    private final Predicate<Function> isOfDirectInput;

    /**
     * Creates the check.
     *
     * @param exports the rule for visible definitions
     * @param isOfDirectInput whether a function comes from a direct input and not from an archive member
     */
    public ProgramCheck(Module module, Exports exports, Predicate<Function> isOfDirectInput) {
        this.module = module;
        this.exports = exports;
        this.isOfDirectInput = isOfDirectInput;
    }

    /**
     * Checks the functions of the module.
     *
     * @return an error for each function that loaders reject or don't find
     */
    public List<Diagnostic> findings() {
        List<Function> placed = definitions(Exports::isPlaced);
        boolean hasProgram = placed.stream().anyMatch(this::isProgram);
        List<Diagnostic> found = new ArrayList<>();
        for (Function function : placed) {
            if (isCalled(function) || isProgram(function)) {
                continue;
            }
            if (!isKnown(function)) {
                List<String> nearest = SectionNames.nearestToProgram(function.section());
                if (exports.test(function) && (!hasProgram || !nearest.isEmpty())) {
                    found.add(of(Problem.PROGRAM_SECTION_UNKNOWN, function).withRelated(nearest));
                }
            } else if (function.linkage().isLocal()) {
                found.add(of(Problem.PROGRAM_STATIC, function));
            } else if (!hasProgram) {
                found.add(of(Problem.PROGRAM_NOT_EXPORTED, function));
            }
        }
        return hasProgram || !found.isEmpty() ? found : withoutSection();
    }

    /** The functions without callers, of which one is probably the program. */
    private List<Diagnostic> withoutSection() {
        List<Diagnostic> found = definitions(function -> !Exports.isPlaced(function)).stream()
                .filter(function -> !function.linkage().isLocal() && !isCalled(function))
                .filter(function -> !function.isHidden() && isOfDirectInput.test(function))
                .limit(MOST)
                .map(function -> of(Problem.PROGRAM_WITHOUT_SECTION, function).withRelated(sectionsFor(function)))
                .toList();
        return found.isEmpty() ? List.of(Diagnostic.error(Problem.PROGRAM_MISSING)) : found;
    }

    private List<String> sectionsFor(Function function) {
        Set<String> sections = new LinkedHashSet<>();
        Subprogram.of(module, function)
                .ifPresent(subprogram -> subprogram.typesOfSignature().forEach(type -> SectionNames.ofContext(type)
                        .ifPresent(sections::add)));
        SectionNames.ofFunctionName(function.name()).ifPresent(sections::add);
        return List.copyOf(sections);
    }

    private List<Function> definitions(Predicate<Function> which) {
        return module.functions().stream()
                .filter(function -> function.isDefinition() && which.test(function))
                .toList();
    }

    private boolean isProgram(Function function) {
        return isKnown(function) && !function.linkage().isLocal() && exports.test(function);
    }

    private static boolean isKnown(Function function) {
        return FACTS.section(function.section()).isPresent();
    }

    private static boolean isCalled(Function function) {
        return !function.usingInstructions().isEmpty();
    }

    private static Diagnostic of(Problem problem, Function function) {
        String section = function.section();
        return Diagnostic.error(problem)
                .withFunction(function.name())
                .withSymbol(section.isEmpty() ? null : section)
                .withLocation(function.location().orElse(null));
    }
}
