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
 * Symbols that are named like a section, such as {@code char license[] SEC("license")} or {@code SEC("xdp") int xdp(…)}.
 * ELF allows them, and LLVM does not ({@code symbol 'license' is already defined}, with 14 to 22): it makes a symbol of
 * each section's name. So they have other names during code generation, and theirs in the object again; assembly, where
 * the two could not be told apart either, keeps the other ones.
 */
final class SectionSymbols {

    private static final String SUFFIX = ".symbol";

    private final Map<String, String> originals;

    private SectionSymbols(Map<String, String> originals) {
        this.originals = Map.copyOf(originals);
    }

    static SectionSymbols none() {
        return new SectionSymbols(Map.of());
    }

    /** Renames them in a module that code is to be generated from. */
    static SectionSymbols setAside(Module module) {
        List<GlobalValue> values = module.globalValues();
        Set<String> sections = new HashSet<>();
        values.forEach(value -> sections.add(value.section()));
        Map<String, String> originals = new HashMap<>();
        for (GlobalValue value : values) {
            String name = value.name();
            // LLVM calls the builtins by their names.
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
        return new SectionSymbols(originals);
    }

    boolean isEmpty() {
        return originals.isEmpty();
    }

    /** The names to be given back, by the present ones. */
    Map<String, String> originals() {
        return originals;
    }

    /** The same messages about the original names. */
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
