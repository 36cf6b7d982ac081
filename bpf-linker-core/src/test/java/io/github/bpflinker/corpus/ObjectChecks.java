package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The directives about what is in an object, and what must be true of every object. */
final class ObjectChecks {

    private static final Set<String> MEMORY_BUILTINS = Set.of("memcpy", "memmove", "memset", "memcmp", "bcmp");

    private ObjectChecks() {}

    /** No loader brings the memory builtins, so no object may leave them to it. */
    static void always(ObjectShape shape) {
        assertThat(shape.elf().machine()).as("machine").isEqualTo(ElfFile.EM_BPF);
        assertThat(shape.undefined()).as("undefined symbols").doesNotContainAnyElementsOf(MEMORY_BUILTINS);
    }

    static void programs(LinkOutcome outcome, String value) {
        assertThat(outcome.shape().programs()).as("programs").isEqualTo(list(value));
    }

    static void maps(LinkOutcome outcome, String value) {
        assertThat(outcome.shape().maps()).as("maps").isEqualTo(list(value));
    }

    /** A list with commas; {@code -} for none. */
    private static Set<String> list(String value) {
        return value.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(value.split("[,\\s]+")));
    }

    static void symbol(LinkOutcome outcome, String value) {
        List<String> words = StepReader.words(value);
        List<Set<String>> found = outcome.shape().symbols(words.get(0));
        assertThat(found).as("symbols called " + words.get(0)).hasSize(1);
        assertThat(found.get(0)).as(words.get(0)).containsAll(words.subList(1, words.size()));
    }

    /** No symbol of that name, or none that all the words describe. */
    static void noSymbol(LinkOutcome outcome, String value) {
        List<String> words = StepReader.words(value);
        assertThat(outcome.shape().symbols(words.get(0)))
                .as("symbols called " + words.get(0))
                .noneMatch(symbol -> symbol.containsAll(words.subList(1, words.size())));
    }

    static void section(LinkOutcome outcome, String value) {
        List<String> words = StepReader.words(value);
        Optional<ElfSection> section = outcome.shape().elf().section(words.get(0));
        assertThat(section).as("section " + words.get(0)).isPresent();
        if (words.size() > 1) {
            assertThat("size=" + section.get().size()).as(words.get(0)).isEqualTo(words.get(1));
        }
    }

    static void noSection(LinkOutcome outcome, String value) {
        assertThat(outcome.shape().elf().section(value)).as("section " + value).isEmpty();
    }

    static void relocation(LinkOutcome outcome, String value) {
        assertThat(outcome.shape().relocations()).contains(value);
    }

    static void noRelocation(LinkOutcome outcome, String value) {
        assertThat(outcome.shape().relocations()).doesNotContain(value);
    }
}
