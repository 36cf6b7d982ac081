package io.github.bpflinker.combine;

import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.shape.ObjectBtf;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfObjectWriter;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Combines relocatable BPF objects into one. */
public final class ObjectCombiner {

    private final ByteOrder order;
    private final List<RelocatableObject> objects;
    private final SectionLayout layout;
    private final SymbolMerger symbols;

    private ObjectCombiner(ByteOrder order, List<RelocatableObject> objects, Set<String> internal) {
        this.order = order;
        this.objects = objects;
        this.layout = SectionLayout.of(objects);
        this.symbols = SymbolMerger.of(objects, layout);
        symbols.globals().stream()
                .filter(symbol -> symbol.isDefined() && internal.contains(symbol.name()))
                .forEach(CombinedSymbol::makeLocal);
    }

    /**
     * Combines objects. Their debug information other than BTF is left out. Symbols that no object defines stay
     * undefined.
     *
     * @param files at least one, all of one byte order
     * @param internal names of symbols that become local where they are defined
     * @return a relocatable object; its code and data are in the order of the objects
     * @throws LinkException if an object is damaged, or no BPF object of 64 bits; if their byte orders, licenses, or
     *     declarations of a symbol differ, or two of them define a symbol
     */
    public static CombinedObject combine(List<ElfFile> files, Set<String> internal) {
        ByteOrder order = files.get(0).order();
        for (ElfFile file : files) {
            if (file.order() != order) {
                throw new LinkException(Diagnostic.error(Problem.INPUTS_INCOMPATIBLE)
                        .withInput(file.name())
                        .withDetail(named(file.order()) + " instead of " + named(order))
                        .withRelated(List.of(files.get(0).name())));
            }
        }
        List<RelocatableObject> objects =
                files.stream().map(RelocatableObject::read).toList();
        return new ObjectCombiner(order, objects, internal).combine();
    }

    private static String named(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? "big-endian" : "little-endian";
    }

    private CombinedObject combine() {
        DeclarationCheck.check(objects, symbols);
        List<CombinedSection> sections = layout.sections();
        Map<CombinedSection, Integer> sectionNumbers = new HashMap<>();
        sections.forEach(section -> sectionNumbers.put(section, sectionNumbers.size()));
        List<CombinedSymbol> inOrder = symbols.inOrder();
        Map<CombinedSymbol, Integer> symbolNumbers = new HashMap<>();
        inOrder.forEach(symbol -> symbolNumbers.put(symbol, symbolNumbers.size()));

        List<ElfObjectWriter.Section> written = new ArrayList<>();
        for (CombinedSection section : sections) {
            SectionContents contents = SectionContents.of(section, symbols, layout, order);
            written.add(written(section, contents, symbolNumbers));
        }
        types().ifPresent(types -> {
            BtfWriter.Sections content = BtfWriter.write(types.btf(), types.ext());
            written.add(metadata(".BTF", content.btf()));
            written.add(metadata(".BTF.ext", content.ext()));
        });
        List<ElfObjectWriter.Symbol> table =
                inOrder.stream().map(symbol -> written(symbol, sectionNumbers)).toList();
        return new CombinedObject(
                ElfObjectWriter.write(order, written, table),
                inOrder.stream().flatMap(symbol -> definition(symbol).stream()).toList(),
                UndefinedSymbols.in(objects, symbols));
    }

    private static Optional<CombinedObject.Definition> definition(CombinedSymbol symbol) {
        return symbol.definer().flatMap(object -> symbol.section()
                .map(section -> new CombinedObject.Definition(
                        symbol.name(),
                        object.name(),
                        section.name(),
                        section.isExecutable(),
                        !symbol.isLocal(),
                        symbol.definition().flatMap(object::location))));
    }

    private Optional<ObjectBtf> types() {
        return objects.stream().anyMatch(object -> object.btf().isPresent())
                ? Optional.of(BtfMerger.merge(objects, layout, symbols, order))
                : Optional.empty();
    }

    private static ElfObjectWriter.Section written(
            CombinedSection section, SectionContents contents, Map<CombinedSymbol, Integer> numbers) {
        List<ElfObjectWriter.Relocation> relocations = contents.relocations().stream()
                .map(moved -> new ElfObjectWriter.Relocation(
                        moved.offset(), moved.type(), numbers.getOrDefault(moved.symbol(), 0)))
                .toList();
        return new ElfObjectWriter.Section(
                section.name(),
                section.type(),
                section.flags(),
                section.alignment(),
                section.entrySize(),
                section.size(),
                contents.bytes(),
                relocations);
    }

    private static ElfObjectWriter.Section metadata(String name, ByteBuffer content) {
        return new ElfObjectWriter.Section(name, ElfSection.PROGBITS, 0, 4, 0, content.remaining(), content, List.of());
    }

    private static ElfObjectWriter.Symbol written(CombinedSymbol symbol, Map<CombinedSection, Integer> numbers) {
        return new ElfObjectWriter.Symbol(
                symbol.name(),
                symbol.value(),
                symbol.size(),
                symbol.isDefined() ? symbol.type() : ElfSymbol.Type.NOTYPE,
                symbol.binding(),
                symbol.visibility(),
                symbol.section().map(numbers::get).orElse(-1));
    }
}
