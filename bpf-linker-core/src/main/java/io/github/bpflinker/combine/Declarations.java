package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of an input's functions and variables that other inputs can refer to, by name. */
final class Declarations {

    private final Map<String, List<Integer>> definitions = new LinkedHashMap<>();
    private final Map<String, List<Integer>> declarations = new LinkedHashMap<>();

    private Declarations() {}

    /** Finds them in the types of an object. What the symbol table has as local can't be referred to. */
    static Declarations of(ElfFile file, Optional<Btf> types) {
        Declarations found = new Declarations();
        if (types.isPresent()) {
            Set<String> shared = file.symbols().stream()
                    .filter(symbol -> !symbol.isLocal())
                    .map(ElfSymbol::name)
                    .collect(Collectors.toSet());
            found.read(types.get(), shared);
        }
        return found;
    }

    private void read(Btf btf, Set<String> shared) {
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            Optional<BtfLinkage> linkage = linkage(type);
            if (linkage.filter(is -> is == BtfLinkage.EXTERN).isPresent()) {
                declarations
                        .computeIfAbsent(type.name(), name -> new ArrayList<>())
                        .add(id);
            } else if (linkage.isPresent() && shared.contains(type.name())) {
                definitions
                        .computeIfAbsent(type.name(), name -> new ArrayList<>())
                        .add(id);
            }
        }
    }

    /** The linkage of a function or variable; empty for other types. */
    static Optional<BtfLinkage> linkage(BtfType type) {
        if (type instanceof BtfType.Func function) {
            return Optional.of(function.linkage());
        }
        return type instanceof BtfType.Var variable ? Optional.of(variable.linkage()) : Optional.empty();
    }

    /** The definition of that name, or the declaration if there is none: a type id. */
    Optional<Integer> find(String name) {
        return definition(name).or(() -> first(declarations.get(name)));
    }

    /** The definition of that name: a type id. */
    Optional<Integer> definition(String name) {
        return first(definitions.get(name));
    }

    private static Optional<Integer> first(@Nullable List<Integer> ids) {
        return ids == null ? Optional.empty() : Optional.of(ids.get(0));
    }

    /** Whether that function or variable is one that other inputs can refer to. */
    boolean isShared(String name, int id) {
        return definitions.getOrDefault(name, List.of()).contains(id)
                || declarations.getOrDefault(name, List.of()).contains(id);
    }

    /** The ids of each name, definitions first. */
    Map<String, List<Integer>> all() {
        Map<String, List<Integer>> all = new LinkedHashMap<>();
        definitions.forEach((name, ids) -> all.put(name, new ArrayList<>(ids)));
        declarations.forEach((name, ids) ->
                all.computeIfAbsent(name, key -> new ArrayList<>()).addAll(ids));
        return all;
    }
}
