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
 * Finds functions that are meant as programs and that loaders don't take for some: static ones, those in a section of an
 * unknown name, and, if there is no program at all, those without a section or not exported. To be run before
 * optimization, which removes what is not exported.
 */
public final class ProgramCheck {

    private static final KernelFacts FACTS = KernelFacts.get();

    /** More would hide the one that matters. */
    private static final int MOST = 3;

    private final Module module;
    private final Exports exports;
    private final Predicate<Function> isOfDirectInput;

    /**
     * Makes the check.
     *
     * @param exports what stays visible
     * @param isOfDirectInput whether a function comes from an input that was named, and not from a member of an archive
     */
    public ProgramCheck(Module module, Exports exports, Predicate<Function> isOfDirectInput) {
        this.module = module;
        this.exports = exports;
        this.isOfDirectInput = isOfDirectInput;
    }

    /**
     * Looks through the module.
     *
     * @return errors for what loaders refuse or don't find
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

    /** The functions that nobody calls, one of which should be the program. */
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
