package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which programs of an object are loaded together to see whether the kernel accepts them. libbpf does not load programs
 * of a section whose name begins with {@code ?} unless the application asks for them, so each such section is tried
 * alone, and whether the kernel accepts it says nothing about the object.
 *
 * @param optionalSection the section to try alone, its question mark included; empty for what libbpf loads by itself
 */
public record Trial(Optional<String> optionalSection) {

    private static final String OPTIONAL = "?";

    /** What libbpf loads by itself: all maps, and all programs whose section does not begin with a question mark. */
    public static Trial required() {
        return new Trial(Optional.empty());
    }

    /** That of the required programs, then one for each optional section. */
    public static List<Trial> of(BpfObject object) {
        Stream<Trial> optional = object.programs().stream()
                .map(program -> program.section().name())
                .filter(Trial::isOptional)
                .distinct()
                .map(section -> new Trial(Optional.of(section)));
        return Stream.concat(Stream.of(required()), optional).toList();
    }

    /** Whether the programs of a section are loaded only if the application asks for them. */
    public static boolean isOptional(String section) {
        return section.startsWith(OPTIONAL);
    }

    /** Whether that program is loaded. */
    public boolean includes(BpfFunction program) {
        return includes(program.section().name());
    }

    /** Whether the programs of that section are loaded. */
    public boolean includes(String section) {
        return optionalSection.map(section::equals).orElse(!isOptional(section));
    }
}
