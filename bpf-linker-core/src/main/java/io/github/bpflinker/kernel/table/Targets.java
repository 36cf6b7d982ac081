package io.github.bpflinker.kernel.table;

import io.github.bpflinker.btf.Flavours;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What programs attach to by name and kernels have from some release on: the targets of iterators, the hooks of security
 * modules, the structs of operations. Functions and tracepoints are not among them; they depend on configuration and
 * compiler.
 */
public final class Targets {

    private static final String ITERATOR = "BPF_TRACE_ITER";
    private static final String LSM = "BPF_PROG_TYPE_LSM";

    private Targets() {}

    /** Read when first needed. */
    private static final class Iterators {
        private static final Map<String, Feature> ALL = read("iterators.tsv", Kind.PROGRAM, "iter/");
    }

    private static final class Hooks {
        private static final Map<String, Feature> ALL = read("lsm-hooks.tsv", Kind.PROGRAM, "lsm/");
    }

    private static final class Operations {
        private static final Map<String, Feature> ALL = read("struct-ops.tsv", Kind.MAP_TYPE, "struct ");
    }

    private static Map<String, Feature> read(String table, Kind kind, String prefix) {
        Map<String, Feature> all = new HashMap<>();
        for (Row row : KernelFacts.rows(table)) {
            all.put(
                    row.text("name"),
                    Feature.of(kind, prefix + row.text("name"), row.releases(), KernelFacts.NEWER_KERNEL));
        }
        return all;
    }

    /**
     * The target that a section names.
     *
     * @param section its definition
     * @param name of the section, such as {@code iter/task}
     * @return empty if it names none, or one of a kind that is not in the tables
     */
    public static Optional<Feature> of(ProgramSection section, String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || slash == name.length() - 1) {
            return Optional.empty();
        }
        String target = name.substring(slash + 1);
        if (section.attach().filter(ITERATOR::equals).isPresent()) {
            return Optional.of(known(Iterators.ALL, Kind.PROGRAM, target, "iter/"));
        }
        return section.type().equals(LSM)
                ? Optional.of(known(Hooks.ALL, Kind.PROGRAM, target, "lsm/"))
                : Optional.empty();
    }

    /** The struct of operations of that name. */
    public static Feature operations(String struct) {
        return known(Operations.ALL, Kind.MAP_TYPE, Flavours.essential(struct), "struct ");
    }

    private static Feature known(Map<String, Feature> all, Kind kind, String name, String prefix) {
        @Nullable Feature feature = all.get(name);
        return feature != null ? feature : Feature.unknown(kind, prefix + name);
    }
}
