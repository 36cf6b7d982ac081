package io.github.bpflinker.link.emit;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.LlvmMessage;
import io.github.bpflinker.llvm.Module;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handles symbols with the name of a section, such as {@code char license[] SEC("license")} or {@code SEC("xdp") int
 * xdp(…)}. ELF allows them, but LLVM 14 to 22 reports {@code symbol 'license' is already defined}, because it creates a
 * symbol for each section. They are renamed for code generation, and their names are restored in the object. Assembly,
 * which has the same ambiguity, keeps the temporary names.
 */
final class SymbolsNamedLikeSections {

    private static final String SUFFIX = ".symbol";

    private final Map<String, String> originals;

    private SymbolsNamedLikeSections(Map<String, String> originals) {
        this.originals = Map.copyOf(originals);
    }

    static SymbolsNamedLikeSections none() {
        return new SymbolsNamedLikeSections(Map.of());
    }

    /** Renames the symbols of a module before code generation. */
    static SymbolsNamedLikeSections setAside(Module module) {
        List<GlobalValue> values = module.globalValues();
        Set<String> sections = new HashSet<>();
        values.forEach(value -> sections.add(value.section()));
        Map<String, String> originals = new HashMap<>();
        for (GlobalValue value : values) {
            String name = value.name();
            // LLVM references the builtins by name.
            if (name.isEmpty() || !sections.contains(name) || MemoryBuiltins.NAMES.contains(name)) {
                continue;
            }
            String other = name + SUFFIX;
            while (module.find(other).isPresent() || sections.contains(other)) {
                other += SUFFIX;
            }
            value.setName(other);
            originals.put(other, name);
        }
        return new SymbolsNamedLikeSections(originals);
    }

    boolean isEmpty() {
        return originals.isEmpty();
    }

    /** The original names by temporary name. */
    Map<String, String> originals() {
        return originals;
    }

    /** Replaces temporary names in messages with the original ones. */
    List<LlvmMessage> inMessages(List<LlvmMessage> messages) {
        return isEmpty() ? messages : messages.stream().map(this::inMessage).toList();
    }

    private LlvmMessage inMessage(LlvmMessage message) {
        String text = message.text();
        for (Map.Entry<String, String> name : originals.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return new LlvmMessage(message.severity(), text);
    }
}
