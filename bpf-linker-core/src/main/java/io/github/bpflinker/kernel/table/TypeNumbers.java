package io.github.bpflinker.kernel.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of program types and attach types in bpf(2). */
public final class TypeNumbers {

    private static final TypeNumbers PROGRAMS = new TypeNumbers("program-type-ids.tsv");
    private static final TypeNumbers ATTACHMENTS = new TypeNumbers("attach-types.tsv");

    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private TypeNumbers(String table) {
        FactTable.load(table).rows().forEach(row -> {
            byName.put(row.text("name"), row.number("id"));
            names.add(row.text("name"));
        });
    }

    /** {@code enum bpf_prog_type}. */
    public static TypeNumbers programs() {
        return PROGRAMS;
    }

    /** {@code enum bpf_attach_type}. */
    public static TypeNumbers attachments() {
        return ATTACHMENTS;
    }

    /**
     * Looks up the number of a type.
     *
     * @param name with its prefix, such as {@code BPF_PROG_TYPE_XDP} or {@code BPF_TRACE_FENTRY}
     * @throws IllegalArgumentException if there is no type of that name
     */
    public int of(String name) {
        @Nullable Integer number = byName.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    /** The name of a type by number; empty if it is not known. */
    public Optional<String> name(int number) {
        return number >= 0 && number < names.size() ? Optional.of(names.get(number)) : Optional.empty();
    }
}
