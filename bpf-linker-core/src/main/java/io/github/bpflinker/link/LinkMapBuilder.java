package io.github.bpflinker.link;

import io.github.bpflinker.combine.CombinedObject;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.resolve.LinkedObject;
import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.text.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Creates the link map and its text. */
final class LinkMapBuilder {

    private static final String UNKNOWN_ORIGIN = "bpf-linker";

    private LinkMapBuilder() {}

    /**
     * Creates the link map.
     *
     * @param result the module that is written
     */
    static LinkMap build(MergedModule merged, Module result, Exports exports) {
        List<LinkMap.LinkedInput> inputs = merged.inputs().stream()
                .map(input -> new LinkMap.LinkedInput(input.name(), input.reason(), input.askedBy()))
                .toList();
        List<LinkMap.LinkedSymbol> symbols = result.globalValues().stream()
                .filter(value -> !value.isDeclaration() && value.linkage() != IrLinkage.APPENDING)
                .filter(value -> value.linkage() != IrLinkage.PRIVATE)
                .map(value -> symbol(value, merged, exports))
                .sorted(Comparator.comparing(LinkMap.LinkedSymbol::name))
                .toList();
        return new LinkMap(inputs, symbols);
    }

    private static LinkMap.LinkedSymbol symbol(GlobalValue value, MergedModule merged, Exports exports) {
        String name = value.name();
        return new LinkMap.LinkedSymbol(
                name,
                kind(value),
                value.section(),
                merged.origins().getOrDefault(name, UNKNOWN_ORIGIN),
                !value.linkage().isLocal() && exports.test(value));
    }

    private static LinkMap.SymbolKind kind(GlobalValue value) {
        return switch (value.kind()) {
            case FUNCTION -> LinkMap.SymbolKind.FUNCTION;
            case VARIABLE -> LinkMap.SymbolKind.DATA;
            case ALIAS -> LinkMap.SymbolKind.ALIAS;
            case IFUNC -> LinkMap.SymbolKind.IFUNC;
        };
    }

    /**
     * Adds objects that are compiled already to a link map.
     *
     * @param definitions those of the objects
     * @param isGlobal whether a symbol of the result stays visible
     */
    static LinkMap with(
            LinkMap bitcode,
            List<LinkedObject> objects,
            List<CombinedObject.Definition> definitions,
            Predicate<String> isGlobal) {
        List<LinkMap.LinkedInput> inputs = new ArrayList<>(bitcode.inputs());
        objects.forEach(object ->
                inputs.add(new LinkMap.LinkedInput(object.object().name(), object.reason(), object.askedBy())));
        Stream<LinkMap.LinkedSymbol> symbols = Stream.concat(
                bitcode.symbols().stream()
                        .map(symbol -> new LinkMap.LinkedSymbol(
                                symbol.name(),
                                symbol.kind(),
                                symbol.section(),
                                symbol.input(),
                                symbol.exported() && isGlobal.test(symbol.name()))),
                definitions.stream()
                        .map(definition -> new LinkMap.LinkedSymbol(
                                definition.name(),
                                definition.function() ? LinkMap.SymbolKind.FUNCTION : LinkMap.SymbolKind.DATA,
                                definition.section(),
                                definition.input(),
                                definition.global())));
        return new LinkMap(
                inputs,
                symbols.sorted(Comparator.comparing(LinkMap.LinkedSymbol::name)).toList());
    }

    /** Formats the map: a table of inputs, then a table of symbols. */
    static ByteBuffer toText(LinkMap map) {
        StringBuilder text = new StringBuilder("Inputs, in the order in which they were merged\n\n");
        for (LinkMap.LinkedInput input : map.inputs()) {
            text.append(Printable.line(input.name())).append("\n    ").append(input.reason());
            if (!input.askedBy().equals(input.reason())) {
                text.append(", asked for by ").append(Printable.line(input.askedBy()));
            }
            text.append('\n');
        }
        text.append("\nSymbols\n\n");
        for (LinkMap.LinkedSymbol symbol : map.symbols()) {
            text.append(symbol.exported() ? "global " : "local  ")
                    .append(symbol.kind())
                    .append(' ')
                    .append(Printable.line(symbol.name()));
            if (!symbol.section().isEmpty()) {
                text.append(" in ").append(Printable.line(symbol.section()));
            }
            text.append("\n    ").append(Printable.line(symbol.input())).append('\n');
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
