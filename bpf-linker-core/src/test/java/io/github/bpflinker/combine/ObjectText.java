package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExtReader;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfRelocator;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a loader sees of an object, as text: without the order of symbols and types, and without debug information. */
final class ObjectText {

    private final ElfFile file;

    private ObjectText(ElfFile file) {
        this.file = file;
    }

    /** Sections with their content, symbols, relocations, types and records, sorted. */
    static List<String> of(ElfFile file) {
        ObjectText text = new ObjectText(file);
        List<String> lines = new ArrayList<>();
        lines.addAll(text.sections());
        lines.addAll(text.symbols());
        lines.addAll(text.types());
        return lines;
    }

    private Set<String> sections() {
        Set<String> lines = new TreeSet<>();
        for (ElfSection section : file.sections()) {
            if (section.isAllocated() && section.size() > 0) {
                byte[] content = new byte[section.content().remaining()];
                section.content().get(content);
                lines.add("section " + section.name() + " " + section.typeName() + " size=" + section.size() + " "
                        + HexFormat.of().formatHex(content));
                file.relocations(section).forEach(relocation -> lines.add(text(section, relocation)));
            }
        }
        return lines;
    }

    private String text(ElfSection section, ElfRelocation relocation) {
        ElfSymbol symbol = relocation.symbol();
        String target = symbol.name().isEmpty()
                ? file.sectionOf(symbol).map(ElfSection::name).orElse("?")
                : symbol.name();
        return "relocation " + section.name() + "+" + relocation.offset() + " " + relocation.type() + " " + target;
    }

    private Set<String> symbols() {
        Set<String> lines = new TreeSet<>();
        for (ElfSymbol symbol : file.symbols()) {
            boolean named =
                    symbol.type() != ElfSymbol.Type.FILE && !symbol.name().isEmpty();
            // Labels inside functions.
            if (named
                    && symbol.type() != ElfSymbol.Type.SECTION
                    && !symbol.name().startsWith(".L")) {
                lines.add("symbol " + symbol.name() + " " + symbol.type() + " " + symbol.binding() + " "
                        + symbol.visibility() + " "
                        + file.sectionOf(symbol).map(ElfSection::name).orElse("undefined") + "+" + symbol.value()
                        + " size=" + symbol.size());
            }
        }
        return lines;
    }

    private Set<String> types() {
        Set<String> lines = new TreeSet<>();
        Optional<ElfSection> section = file.section(".BTF");
        if (section.isEmpty()) {
            return lines;
        }
        Btf btf = BtfReader.read(file.name(), ElfRelocator.apply(file, section.get()));
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.Datasec datasec) {
                datasec.vars()
                        .forEach(variable -> lines.add("in " + datasec.name() + " +" + variable.offset() + " "
                                + declaration(btf.type(variable.type())) + " size=" + variable.size()));
            } else if (type instanceof BtfType.Func || type instanceof BtfType.Var) {
                lines.add(declaration(type));
            }
        }
        header(btf).lines().forEach(line -> lines.add("type " + line));
        file.section(".BTF.ext")
                .map(ext -> BtfExtReader.read(file.name(), ElfRelocator.apply(file, ext), btf))
                .ifPresent(ext -> lines.addAll(records(btf, ext)));
        return lines;
    }

    private static String header(Btf btf) {
        StringBuilder text = new StringBuilder();
        try {
            CHeaderDump.write(btf, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String declaration(BtfType type) {
        return type.kind() + " " + type.name() + " "
                + Declarations.linkage(type).map(Object::toString).orElse("");
    }

    private static List<String> records(Btf btf, BtfExt ext) {
        List<String> lines = new ArrayList<>();
        ext.functions().forEach(section -> section.entries()
                .forEach(entry -> lines.add("function " + section.name() + "+" + entry.offset() + " "
                        + btf.type(entry.type()).name())));
        ext.lines().forEach(section -> section.entries()
                .forEach(entry -> lines.add("line " + section.name() + "+" + entry.offset() + " " + entry.file() + ":"
                        + entry.line() + ":" + entry.column())));
        ext.relocations().forEach(section -> section.entries()
                .forEach(entry -> lines.add("core " + section.name() + "+" + entry.offset() + " "
                        + btf.type(entry.type()).name() + " " + entry.access() + " " + entry.kind())));
        return lines;
    }
}
