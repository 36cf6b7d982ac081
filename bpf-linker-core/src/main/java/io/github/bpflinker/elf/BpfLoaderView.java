package io.github.bpflinker.elf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds functions and maps by the rules of libbpf: section name, symbol type and binding. */
final class BpfLoaderView {

    private static final Comparator<ElfSymbol> BY_PLACE =
            Comparator.comparingInt(ElfSymbol::section).thenComparing(ElfSymbol::value, Long::compareUnsigned);

    private BpfLoaderView() {}

    static List<BpfFunction> functions(ElfFile file) {
        List<ElfSymbol> symbols = file.symbols().stream()
                .filter(symbol -> symbol.type() == ElfSymbol.Type.FUNC)
                .filter(symbol ->
                        file.sectionOf(symbol).filter(ElfSection::isExecutable).isPresent())
                .sorted(BY_PLACE)
                .toList();
        boolean alone = symbols.size() == 1;
        List<BpfFunction> functions = new ArrayList<>(symbols.size());
        for (ElfSymbol symbol : symbols) {
            ElfSection section = file.sectionOf(symbol).orElseThrow();
            file.bytesOf(section).part(symbol.value(), symbol.size(), "function " + symbol.name());
            boolean entry = !symbol.isLocal() && (alone || !section.name().equals(".text"));
            functions.add(new BpfFunction(
                    symbol.name(),
                    section,
                    symbol.value(),
                    symbol.size() / Instruction.SIZE,
                    entry ? BpfFunction.Role.PROGRAM : BpfFunction.Role.SUBPROGRAM,
                    !symbol.isLocal()));
        }
        return functions;
    }

    static List<ObjectMap> maps(ElfFile file) {
        List<ObjectMap> maps = new ArrayList<>();
        List<ElfSymbol> symbols = file.symbols().stream()
                .filter(BpfLoaderView::isVariable)
                .sorted(BY_PLACE)
                .toList();
        for (ElfSymbol symbol : symbols) {
            Optional<ElfSection> section = file.sectionOf(symbol);
            section.flatMap(s -> definitionKind(s.name()))
                    .ifPresent(
                            kind -> maps.add(new ObjectMap(symbol.name(), section.orElseThrow(), kind, symbol.size())));
        }
        for (ElfSection section : file.sections()) {
            if (isGlobalData(section)) {
                maps.add(new ObjectMap(section.name(), section, ObjectMap.Kind.GLOBAL_DATA, section.size()));
            }
        }
        return maps;
    }

    private static boolean isVariable(ElfSymbol symbol) {
        boolean data = symbol.type() == ElfSymbol.Type.OBJECT || symbol.type() == ElfSymbol.Type.NOTYPE;
        return data && !symbol.name().isEmpty();
    }

    private static Optional<ObjectMap.Kind> definitionKind(String section) {
        if (section.equals(".maps")) {
            return Optional.of(ObjectMap.Kind.BTF_DEFINED);
        }
        if (section.equals("maps") || section.startsWith("maps/")) {
            return Optional.of(ObjectMap.Kind.LEGACY);
        }
        String required = OptionalSection.withoutMark(section);
        if (required.equals(".struct_ops") || required.equals(".struct_ops.link")) {
            return Optional.of(ObjectMap.Kind.STRUCT_OPS);
        }
        return Optional.empty();
    }

    private static boolean isGlobalData(ElfSection section) {
        if (!section.isAllocated() || section.isExecutable() || section.size() == 0) {
            return false;
        }
        String name = section.name();
        if (section.type() == ElfSection.NOBITS) {
            return isOrHasSuffix(name, ".bss");
        }
        return section.type() == ElfSection.PROGBITS
                && (isOrHasSuffix(name, ".data") || isOrHasSuffix(name, ".rodata"));
    }

    private static boolean isOrHasSuffix(String name, String base) {
        return name.equals(base) || name.startsWith(base + ".");
    }
}
