package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The set of programs of an object that are loaded together for verification. libbpf loads programs in a section whose
 * name begins with {@code ?} only on request, so each such section is verified separately, without affecting the
 * verdict on the object.
 *
 * @param optionalSection the section to verify separately, including its question mark; empty for the programs that
 *     libbpf loads by default
 */
public record Trial(Optional<String> optionalSection) {

    private static final String OPTIONAL = "?";

    /** The programs that libbpf loads by default: all whose section does not begin with a question mark. */
    public static Trial required() {
        return new Trial(Optional.empty());
    }

    /** The trials of an object: the required programs, then each optional section. */
    public static List<Trial> of(BpfObject object) {
        Stream<Trial> optional = object.programs().stream()
                .map(program -> program.section().name())
                .filter(Trial::isOptional)
                .distinct()
                .map(section -> new Trial(Optional.of(section)));
        return Stream.concat(Stream.of(required()), optional).toList();
    }

    /** Whether the programs of a section are loaded only on request. */
    public static boolean isOptional(String section) {
        return section.startsWith(OPTIONAL);
    }

    /** Whether the program is part of the trial. */
    public boolean includes(BpfFunction program) {
        return includes(program.section().name());
    }

    /** Whether the programs of the section are part of the trial. */
    public boolean includes(String section) {
        return optionalSection.map(section::equals).orElse(!isOptional(section));
    }
}
