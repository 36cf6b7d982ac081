package io.github.bpflinker.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names that must be distinct. */
final class Scope {

    private final Set<String> reserved;
    private final Set<String> taken;

    private Scope(Collection<String> reserved, Set<String> taken) {
        this.reserved = Set.copyOf(reserved);
        this.taken = taken;
    }

    Scope(Collection<String> reserved) {
        this(reserved, new HashSet<>());
    }

    /** Of classes, whose files are one on some systems if only their case differs. */
    static Scope ofClasses(Collection<String> reserved) {
        return new Scope(reserved, new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
    }

    private boolean isTaken(String name) {
        return reserved.contains(name) || taken.contains(name);
    }

    /** The name or, if it is taken, the name with an underscore or a number; reserves it. */
    String unique(String name) {
        return unique(name, "");
    }

    /**
     * The same.
     *
     * @param suffix what tells a taken name apart, before numbers do
     */
    String unique(String name, String suffix) {
        String candidate = name;
        for (int i = 1; isTaken(candidate); i++) {
            candidate = name + (i == 1 ? (suffix.isEmpty() ? "_" : suffix) : suffix + i);
        }
        taken.add(candidate);
        return candidate;
    }

    /** The name, or it with underscores behind it, that is free itself and with each of the endings; reserves them all. */
    String unique(String name, List<String> endings) {
        String candidate = name;
        while (isTaken(candidate) || endings.stream().map(candidate::concat).anyMatch(this::isTaken)) {
            candidate += "_";
        }
        taken.add(candidate);
        endings.stream().map(candidate::concat).forEach(taken::add);
        return candidate;
    }
}
