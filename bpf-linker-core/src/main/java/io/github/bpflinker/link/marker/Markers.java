package io.github.bpflinker.link.marker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Defines the markers that a program declares. A program without markers is left alone. */
public final class Markers {

    private Markers() {}

    /**
     * What defining markers did.
     *
     * @param relocations for each variable that stands for a CO-RE relocation, a marker
     * @param warnings may be empty
     */
    public record Defined(Map<String, String> relocations, List<Diagnostic> warnings) {

        /** There are no markers. */
        public static final Defined NOTHING = new Defined(Map.of(), List.of());

        public Defined {
            relocations = Map.copyOf(relocations);
            warnings = List.copyOf(warnings);
        }

        /**
         * Checks the optimized module for relocations in functions without debug information, which code generation
         * would not write.
         *
         * @param origins for each definition, its input
         * @throws LinkException with a diagnostic for each such function
         */
        public void requireDebugInfo(Module module, Map<String, String> origins) {
            if (!relocations.isEmpty()) {
                MarkerDebugInfo.require(module, relocations, origins);
            }
        }
    }

    /**
     * Defines the markers of a merged module.
     *
     * @param wanted the symbols that the inputs use and do not define
     * @param order the byte order of the target
     * @param withBtf whether the object gets BTF
     * @param types the file of the kernel types; empty for those of the running kernel
     * @throws LinkException with a diagnostic for each marker that can't be defined
     */
    public static Defined define(
            Context context,
            Module merged,
            Set<String> wanted,
            ByteOrder order,
            boolean withBtf,
            Optional<Path> types) {
        List<GlobalValue> declared = wanted.stream()
                .filter(MarkerSyntax::isMarker)
                .sorted()
                .flatMap(name -> merged.find(name).stream())
                .filter(value -> value.isDeclaration() && value.isUsed())
                .toList();
        if (declared.isEmpty()) {
            return Defined.NOTHING;
        }
        if (!withBtf) {
            throw new LinkException(at(Diagnostic.error(Problem.CORE_NEEDS_BTF), declared.get(0)));
        }
        List<Diagnostic> errors = new ArrayList<>();
        List<Declared> parsed = new ArrayList<>();
        for (GlobalValue value : declared) {
            try {
                parsed.add(new Declared(MarkerSyntax.parse(value.name()), value));
            } catch (MarkerException e) {
                errors.add(error(value, e));
            }
        }
        MarkerDefinitions definitions = new MarkerDefinitions(types);
        for (Declared each : parsed) {
            try {
                definitions.add(each);
            } catch (MarkerException e) {
                errors.add(error(each.value(), e));
            }
        }
        definitions.describeExterns(merged, (value, e) -> errors.add(error(value, e)));
        if (!errors.isEmpty()) {
            throw new LinkException(errors, null);
        }
        MarkerModule module = definitions.module(order);
        link(context, merged, module.toIr());
        definitions.replaceExterns(merged);
        return new Defined(module.markers(), definitions.warnings());
    }

    private static void link(Context context, Module merged, String ir) {
        try {
            Module added = context.parseIr("markers", StandardCharsets.UTF_8.encode(ir));
            added.setDataLayout(merged.dataLayout());
            added.setTargetTriple(merged.targetTriple());
            merged.link(added);
        } catch (LlvmError e) {
            throw new LinkException(Diagnostic.error(Problem.INTERNAL).withDetail(e.text()), e);
        }
    }

    private static Diagnostic error(GlobalValue marker, MarkerException e) {
        return at(Diagnostic.error(Problem.MARKER_INVALID), marker)
                .withDetail(e.reason())
                .withRelated(e.nearest());
    }

    private static Diagnostic at(Diagnostic diagnostic, GlobalValue marker) {
        Diagnostic named = diagnostic.withSymbol(marker.name());
        List<IrInstruction> uses = marker.usingInstructions();
        return uses.stream()
                .filter(use -> use.location().isPresent())
                .findFirst()
                .or(() -> uses.stream().findFirst())
                .map(use -> named.withFunction(use.function().name())
                        .withLocation(use.location().orElse(null)))
                .orElse(named);
    }
}
