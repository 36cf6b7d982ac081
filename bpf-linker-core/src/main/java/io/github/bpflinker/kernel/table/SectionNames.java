package io.github.bpflinker.kernel.table;

import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Suggests section names for unknown or missing ones. */
public final class SectionNames {

    private static final int MOST = 2;

    /** The data sections that loaders read, the most common first. */
    private static final List<String> DATA =
            List.of(".maps", "license", "version", ".struct_ops", ".struct_ops.link", ".kconfig", ".ksyms");

    /** Sections of global variables; a suffix after a dot can follow. */
    private static final List<String> GLOBALS = List.of(".data", ".rodata", ".bss", ".addr_space", ".arena");

    private static final Map<String, String> BY_CONTEXT = byContext();

    private SectionNames() {}

    private static Map<String, String> byContext() {
        Map<String, String> sections = new HashMap<>();
        FactTable.load("contexts.tsv").rows().forEach(row -> sections.put(row.text("context"), row.text("section")));
        return Map.copyOf(sections);
    }

    /** The section of the programs whose context is that struct. */
    public static Optional<String> ofContext(String struct) {
        return Optional.ofNullable(BY_CONTEXT.get(struct));
    }

    /** The section that is named by a word of a function's name, as in {@code xdp_pass}. */
    public static Optional<String> ofFunctionName(String function) {
        List<String> words = List.of(function.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return labels().stream().filter(words::contains).findFirst();
    }

    /** The most similar names of program sections, the nearest first; empty if none is similar. */
    public static List<String> nearestToProgram(String name) {
        String rest = OptionalSection.withoutMark(name);
        List<String> found = new ArrayList<>();
        // With a suffix: kprob/do_exit, and xdp_drop, which libbpf accepted before 1.0.
        int end = rest.indexOf('/');
        String first = end < 0 ? rest : rest.substring(0, end);
        String tail = end < 0 ? "" : rest.substring(end);
        found.addAll(NearestNames.of(rest.toLowerCase(Locale.ROOT), labels(), MOST));
        if (!tail.isEmpty()) {
            NearestNames.of(first.toLowerCase(Locale.ROOT), open(), MOST).forEach(label -> found.add(label + tail));
        }
        if (found.isEmpty()) {
            String word = first.toLowerCase(Locale.ROOT).split("[^a-z0-9]", 2)[0];
            labels().stream().filter(word::equals).forEach(found::add);
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    /** Whether it is a data section that loaders read. */
    public static boolean isData(String name) {
        String rest = OptionalSection.withoutMark(name);
        return DATA.contains(rest)
                || rest.equals("maps")
                || rest.startsWith("maps/")
                || GLOBALS.stream().anyMatch(base -> rest.equals(base) || rest.startsWith(base + "."));
    }

    /** The most similar names of data sections, the nearest first; empty if none is similar. */
    public static List<String> nearestToData(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.equals("map") || plain.equals("maps") ? List.of(".maps") : NearestNames.of(plain, DATA, 1);
    }

    /** The names of program sections without suffixes. */
    private static List<String> labels() {
        return KernelFacts.get().sections().stream().map(SectionNames::label).toList();
    }

    /** The names that can have a suffix. */
    private static List<String> open() {
        return KernelFacts.get().sections().stream()
                .filter(section -> section.pattern().endsWith("+"))
                .map(SectionNames::label)
                .toList();
    }

    private static String label(ProgramSection section) {
        String pattern = section.pattern();
        return pattern.endsWith("+") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
