package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.KernelCheck;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.link.emit.AddressesInData;
import io.github.bpflinker.link.pass.BackendFeatures;
import io.github.bpflinker.link.pass.CoreAccessCheck;
import io.github.bpflinker.link.pass.DataSectionCheck;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.pass.ProgramCheck;
import io.github.bpflinker.link.pass.UndefinedSymbolCheck;
import io.github.bpflinker.link.pass.UnsupportedCode;
import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Unloadable;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The checks between the phases of a link. Each returns warnings or throws to fail the link. */
final class Checks {

    private Checks() {}

    /**
     * Checks that exports are defined. Names in export files can be undefined, because rustc lists all symbols that it
     * could export.
     */
    static List<Diagnostic> exports(Predicate<String> isDefined, LinkRequest request) {
        boolean fatal = request.has(LinkOption.FATAL_EXPORTS);
        List<Diagnostic> missing = request.exports().orElse(Set.of()).stream()
                .filter(name -> !isDefined.test(name))
                .map(name -> Diagnostic.warning(Problem.EXPORT_UNDEFINED)
                        .withSymbol(name)
                        .withSeverity(fatal ? Severity.ERROR : Severity.WARNING))
                .toList();
        if (fatal && !missing.isEmpty()) {
            throw new LinkException(missing, null);
        }
        return missing;
    }

    /** Checks for programs and data that loaders would not find or would reject, if an object is among the outputs. */
    static List<Diagnostic> loadable(MergedModule merged, Exports exports, LinkRequest request) {
        if (request.unloadable() == Unloadable.ALLOW || !request.emit().contains(OutputKind.OBJ)) {
            return List.of();
        }
        Set<String> direct = merged.inputs().stream()
                .filter(MergedModule.MergedInput::direct)
                .map(MergedModule.MergedInput::name)
                .collect(Collectors.toSet());
        List<Diagnostic> found = new ArrayList<>(new ProgramCheck(
                        merged.module(),
                        exports,
                        function -> direct.contains(merged.origins().getOrDefault(function.name(), "")))
                .findings());
        found.addAll(DataSectionCheck.in(merged.module()));
        String output = request.output().map(Path::toString).orElse(null);
        List<Diagnostic> named =
                found.stream().map(finding -> finding.withInput(output)).toList();
        if (request.unloadable() == Unloadable.ERROR
                && named.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new LinkException(
                    named.stream()
                            .sorted(Comparator.comparing(Diagnostic::severity))
                            .toList(),
                    null);
        }
        return named.stream()
                .map(finding -> finding.withSeverity(Severity.WARNING))
                .toList();
    }

    /**
     * Checks the optimized module for undefined symbols.
     *
     * @param elsewhere names that compiled objects of the link define
     */
    static List<Diagnostic> undefined(Module module, Set<String> elsewhere, LinkRequest request) {
        boolean fatal = request.has(LinkOption.FATAL_UNDEFINED);
        return undefined(UndefinedSymbolCheck.in(module, elsewhere, fatal ? Severity.ERROR : Severity.WARNING));
    }

    /** Fails the link if one of the undefined symbols is an error. */
    static List<Diagnostic> undefined(List<Diagnostic> undefined) {
        if (undefined.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR)) {
            throw new LinkException(undefined, null);
        }
        return undefined;
    }

    /** Checks the optimized module for code that can't be generated as requested. */
    static List<Diagnostic> optimized(Module module, LinkRequest request, InstructionSet cpu, LlvmVersion llvm) {
        List<Diagnostic> warnings = new ArrayList<>();
        if (!request.btf()) {
            CoreAccessCheck.warningFor(module).ifPresent(warnings::add);
        }
        BackendFeatures abilities = BackendFeatures.of(cpu.cpu(), cpu.features(), llvm);
        UnsupportedCode unsupported = request.ignoresLlvmErrors()
                ? new UnsupportedCode(abilities, warnings::add)
                : new UnsupportedCode(abilities);
        unsupported.run(module);
        return warnings;
    }

    /** Checks that the object has the requested BTF. */
    static List<Diagnostic> debugInfo(BpfObject object, LinkRequest request) {
        boolean isEmpty = object.functions().isEmpty() && object.maps().isEmpty();
        return request.btf() && object.btfSize() == 0 && !isEmpty
                ? List.of(Diagnostic.warning(Problem.NO_DEBUG_INFO)
                        .withInput(object.file().name()))
                : List.of();
    }

    /**
     * Without a target kernel, checks for features that no kernel accepts and for helpers that are not available to the
     * program types.
     */
    static List<Diagnostic> anyKernel(Map<String, SourceLocation> definitions, BpfObject object, LinkRequest request) {
        Requirements requirements;
        try {
            requirements = Requirements.of(object);
        } catch (LinkException e) {
            // An object with unknown features is written nevertheless.
            return List.of();
        }
        List<Diagnostic> refused = KernelCheck.refusedByAll(requirements, definitions);
        if (!refused.isEmpty() && !request.ignoresLlvmErrors()) {
            throw new LinkException(refused, null);
        }
        List<Diagnostic> warnings = new ArrayList<>();
        refused.forEach(error -> warnings.add(error.withSeverity(Severity.WARNING)));
        warnings.addAll(KernelCheck.helpersOfOtherTypes(requirements));
        return warnings;
    }

    /**
     * The source locations of the definitions in a module. Must be called before code generation, which can remove
     * them.
     */
    static Map<String, SourceLocation> definitions(Module module) {
        Map<String, SourceLocation> found = new HashMap<>();
        for (GlobalValue value : module.globalValues()) {
            if (value.isDefinition()) {
                value.location().ifPresent(location -> found.put(value.name(), location));
            }
        }
        return found;
    }

    /** Checks the object for constructs that loaders do not support. */
    static List<Diagnostic> loadable(BpfObject object, Module module, LinkRequest request) {
        List<Diagnostic> errors = AddressesInData.in(object, module);
        if (!errors.isEmpty() && !request.ignoresLlvmErrors()) {
            throw new LinkException(errors, null);
        }
        return errors.stream()
                .map(error -> error.withSeverity(Severity.WARNING))
                .toList();
    }

    /** Checks the object against the target kernel; returns warnings. */
    static List<Diagnostic> kernel(KernelCheck check, BpfObject object) {
        List<Diagnostic> findings = check.check(Requirements.of(object));
        List<Diagnostic> errors = withSeverity(findings, Severity.ERROR);
        if (!errors.isEmpty()) {
            throw new LinkException(errors, null);
        }
        return withSeverity(findings, Severity.WARNING);
    }

    private static List<Diagnostic> withSeverity(List<Diagnostic> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
