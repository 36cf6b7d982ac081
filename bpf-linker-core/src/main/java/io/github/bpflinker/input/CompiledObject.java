package io.github.bpflinker.input;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A relocatable BPF object with code or data and without bitcode, as {@code clang -c} writes it. It is linked as it is.
 *
 * @param name the name used in messages
 * @param file the object
 * @param definitions its global definitions in symbol table order: whether each is strong
 * @param undefined the undefined symbols, each once, in symbol table order; without weak references, which load no
 *     archive member
 */
public record CompiledObject(String name, ElfFile file, Map<String, Boolean> definitions, List<String> undefined)
        implements InputContent {

    public CompiledObject {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        undefined = List.copyOf(undefined);
    }

    /** The global functions in {@code .text}, which other functions call. */
    public List<String> subprograms() {
        return file.symbols().stream()
                .filter(symbol -> symbol.type() == ElfSymbol.Type.FUNC && definitions.containsKey(symbol.name()))
                .filter(symbol -> file.sectionOf(symbol)
                        .filter(section -> section.name().equals(".text"))
                        .isPresent())
                .map(ElfSymbol::name)
                .toList();
    }

    static CompiledObject of(ElfFile file, List<String> undefined) {
        Map<String, Boolean> definitions = new LinkedHashMap<>();
        for (ElfSymbol symbol : file.symbols()) {
            if (symbol.section() > 0 && !symbol.isLocal() && !symbol.name().isEmpty()) {
                definitions.put(symbol.name(), symbol.binding() != ElfSymbol.Binding.WEAK);
            }
        }
        return new CompiledObject(file.name(), file, definitions, undefined);
    }
}
