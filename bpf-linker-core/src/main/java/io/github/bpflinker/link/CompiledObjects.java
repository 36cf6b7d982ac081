package io.github.bpflinker.link;

import io.github.bpflinker.combine.CombinedObject;
import io.github.bpflinker.combine.ObjectCombiner;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.kernel.table.KernelNames;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.resolve.LinkedObject;
import io.github.bpflinker.link.resolve.Resolution;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Links objects that are compiled already: with each other, and with the object that was made from bitcode. */
final class CompiledObjects {

    /** The name of what was made from bitcode, where an input has to be named. */
    private static final String FROM_BITCODE = "the linked bitcode";

    private final LinkRequest request;
    private final PhaseClock clock;

    CompiledObjects(LinkRequest request, PhaseClock clock) {
        this.request = request;
        this.clock = clock;
    }

    /**
     * Checks that an object is made, which they become part of.
     *
     * @return warnings about further outputs, which they are no part of
     * @throws LinkException if no object is made
     */
    List<Diagnostic> requireOutput(Resolution resolution) {
        List<LinkedObject> objects = resolution.objects();
        boolean makeBitcode =
                request.has(LinkOption.RELOCATABLE) && !resolution.modules().isEmpty();
        boolean makeObject = request.emit().contains(OutputKind.OBJ) && !makeBitcode;
        if (!objects.isEmpty() && !makeObject) {
            throw new LinkException(findings(objects, Severity.ERROR), null);
        }
        return request.emit().stream().distinct().count() > 1 ? findings(objects, Severity.WARNING) : List.of();
    }

    private static List<Diagnostic> findings(List<LinkedObject> objects, Severity severity) {
        return objects.stream()
                .map(object -> Diagnostic.warning(Problem.INPUT_ALREADY_COMPILED)
                        .withInput(object.object().name())
                        .withSeverity(severity))
                .toList();
    }

    /** The definitions of bitcode that are visible for objects alone, and local in the result. */
    Set<String> onlyForObjects(Module merged, Exports exports, Resolution resolution) {
        return resolution.wantedByObjects().stream()
                .filter(name -> merged.find(name)
                        .filter(value -> value.isDefinition() && !exports.test(value))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /**
     * Combines objects, of which there is at least one.
     *
     * @param exports if there are any, other functions that only functions call become local
     * @param diagnostics to which warnings are added
     */
    Linked combine(List<LinkedObject> objects, Set<String> exports, List<Diagnostic> diagnostics) {
        clock.begin("combine");
        Set<String> internal = new HashSet<>();
        if (!exports.isEmpty()) {
            objects.forEach(object -> internal.addAll(object.object().subprograms()));
            internal.removeAll(exports);
        }
        CombinedObject combined = ObjectCombiner.combine(files(objects), internal);
        diagnostics.addAll(Checks.exports(name -> isGlobal(combined, name), request));
        if (!request.has(LinkOption.RELOCATABLE)) {
            diagnostics.addAll(undefined(combined, Set.of()));
        }
        return new Linked(
                List.of(LinkResult.Output.of(OutputKind.OBJ, request.output(), combined.content())),
                Optional.of(BpfObject.read(OutputNames.object(request), combined.content())),
                locations(combined),
                map(new LinkMap(List.of(), List.of()), objects, combined),
                Optional.empty());
    }

    /**
     * Combines what was made from bitcode with objects; without objects it stays as it is.
     *
     * @param internal names of definitions that become local
     * @param diagnostics to which warnings are added
     */
    Linked combine(Linked bitcode, List<LinkedObject> objects, Set<String> internal, List<Diagnostic> diagnostics) {
        if (objects.isEmpty() || bitcode.object().isEmpty()) {
            return bitcode;
        }
        clock.begin("combine");
        List<ElfFile> files = new ArrayList<>();
        files.add(ElfFile.read(FROM_BITCODE, bitcode.object().get().file().content()));
        files.addAll(files(objects));
        CombinedObject combined = ObjectCombiner.combine(files, internal);
        diagnostics.addAll(undefined(combined, reportedAsUndefined(diagnostics)));
        Map<String, SourceLocation> locations = locations(combined);
        locations.putAll(bitcode.locations());
        return new Linked(
                bitcode.outputs().stream()
                        .map(output -> output.kind() == OutputKind.OBJ
                                ? LinkResult.Output.of(OutputKind.OBJ, output.file(), combined.content())
                                : output)
                        .toList(),
                Optional.of(BpfObject.read(OutputNames.object(request), combined.content())),
                locations,
                map(bitcode.map(), objects, combined),
                bitcode.llvm());
    }

    private static List<ElfFile> files(List<LinkedObject> objects) {
        return objects.stream().map(object -> object.object().file()).toList();
    }

    private static boolean isGlobal(CombinedObject combined, String name) {
        return combined.definitions().stream()
                .anyMatch(definition -> definition.global() && definition.name().equals(name));
    }

    /** The names for which there is a message already. */
    private static Set<String> reportedAsUndefined(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.problem() == Problem.SYMBOL_UNDEFINED)
                .flatMap(diagnostic -> Stream.ofNullable(diagnostic.symbol()))
                .collect(Collectors.toSet());
    }

    private List<Diagnostic> undefined(CombinedObject combined, Set<String> known) {
        Severity severity = request.has(LinkOption.FATAL_UNDEFINED) ? Severity.ERROR : Severity.WARNING;
        return Checks.undefined(combined.undefined().stream()
                .filter(use -> !known.contains(use.symbol()))
                .map(use -> Diagnostic.warning(Problem.SYMBOL_UNDEFINED)
                        .withSeverity(use.weak() ? Severity.WARNING : severity)
                        .withSymbol(use.symbol())
                        .withPayload(KernelNames.origin(use.symbol()).orElse(null))
                        .withFunction(use.function().orElse(null))
                        .withLocation(use.location().orElse(null)))
                .toList());
    }

    private static Map<String, SourceLocation> locations(CombinedObject combined) {
        Map<String, SourceLocation> found = new HashMap<>();
        combined.definitions()
                .forEach(definition ->
                        definition.location().ifPresent(location -> found.putIfAbsent(definition.name(), location)));
        return found;
    }

    private static LinkMap map(LinkMap bitcode, List<LinkedObject> objects, CombinedObject combined) {
        return LinkMapBuilder.with(
                bitcode,
                objects,
                combined.definitions().stream()
                        .filter(definition -> !definition.input().equals(FROM_BITCODE))
                        .toList(),
                name -> isGlobal(combined, name));
    }
}
