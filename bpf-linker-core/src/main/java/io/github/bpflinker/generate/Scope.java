package io.github.bpflinker.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that must be distinct. */
final class Scope {

    private final Set<String> taken = new HashSet<>();

    Scope(Collection<String> reserved) {
        taken.addAll(reserved);
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
        for (int i = 1; !taken.add(candidate); i++) {
            candidate = name + (i == 1 ? (suffix.isEmpty() ? "_" : suffix) : suffix + i);
        }
        return candidate;
    }

    /** The name, or it with underscores behind it, that is free itself and with each of the endings; reserves them all. */
    String unique(String name, List<String> endings) {
        String candidate = name;
        while (taken.contains(candidate)
                || endings.stream().map(candidate::concat).anyMatch(taken::contains)) {
            candidate += "_";
        }
        taken.add(candidate);
        endings.stream().map(candidate::concat).forEach(taken::add);
        return candidate;
    }
}
