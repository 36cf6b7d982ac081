package io.github.bpflinker.report;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.ObjectMap;
import io.github.bpflinker.text.Printable;
import java.io.PrintStream;
import java.util.Locale;

/** The report on an object as text. */
public final class ObjectText {

    private static final String INDENT = "  ";

    private ObjectText() {}

    public static void print(String name, BpfObject object, PrintStream out) {
        out.println(Printable.line(name + ": " + object.instructions() + " instructions"
                + ", license " + object.license().orElse("none")
                + ", BTF " + (object.btfSize() == 0 ? "none" : object.btfSize() + " bytes")));
        print("Programs", functions(object), out);
        print("Maps", maps(object), out);
        print("Sections", sections(object), out);
        TextTable undefined = new TextTable("NAME");
        for (ElfSymbol symbol : object.undefinedSymbols()) {
            if (!symbol.name().isEmpty()) {
                undefined.row(symbol.name());
            }
        }
        print("Undefined symbols", undefined, out);
    }

    private static void print(String title, TextTable table, PrintStream out) {
        if (!table.isEmpty()) {
            out.println(title);
            table.print(out, INDENT);
        }
    }

    private static TextTable functions(BpfObject object) {
        TextTable table = new TextTable("NAME", "SECTION", "INSTRUCTIONS", "KIND");
        for (BpfFunction function : object.functions()) {
            table.row(
                    function.name(), function.section().name(), Long.toString(function.instructions()), kind(function));
        }
        return table;
    }

    static String kind(BpfFunction function) {
        return function.role().name().toLowerCase(Locale.ROOT);
    }

    private static TextTable maps(BpfObject object) {
        TextTable table = new TextTable("NAME", "SECTION", "SIZE", "KIND");
        for (ObjectMap map : object.maps()) {
            table.row(map.name(), map.section().name(), Long.toString(map.size()), kind(map));
        }
        return table;
    }

    static String kind(ObjectMap map) {
        return map.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static TextTable sections(BpfObject object) {
        TextTable table = new TextTable("NAME", "TYPE", "SIZE");
        for (ElfSection section : object.file().sections()) {
            if (section.type() != ElfSection.NULL) {
                table.row(section.name(), section.typeName(), Long.toString(section.size()));
            }
        }
        return table;
    }
}
