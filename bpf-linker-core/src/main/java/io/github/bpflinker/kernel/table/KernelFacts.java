package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import io.github.bpflinker.version.KernelVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The BPF features of each release of Linux, read once from resource files, whose headers name their sources. */
public final class KernelFacts {

    static final Remedy NEWER_KERNEL = Remedy.of(Action.NEWER_KERNEL);
    /** The first release with bpf(2). */
    private static final KernelVersion FIRST = new KernelVersion(3, 18);

    private static final class Holder {
        private static final KernelFacts INSTANCE = new KernelFacts();
    }

    /** Tables that few objects need; read when one does. */
    private static final class MapFlags {
        private static final Map<Integer, Feature> BY_BIT = new HashMap<>();

        static {
            for (Row row : rows("map-flags.tsv")) {
                BY_BIT.put(row.number("id"), feature(Kind.MAP_FLAG, row, NEWER_KERNEL));
            }
        }
    }

    private final Map<Integer, Feature> helpers = new HashMap<>();
    private final Map<Integer, Feature> mapTypes = new HashMap<>();
    private final Map<Integer, String> mapFlags = new HashMap<>();
    private final List<ProgramSection> sections;
    private final Map<String, Feature> code = new HashMap<>();
    private final Map<String, Feature> btf = new HashMap<>();
    private final List<VerifierLimit> limits;

    private KernelFacts() {
        readById("helpers.tsv", Kind.HELPER, helpers);
        for (Row row : readById("maps.tsv", Kind.MAP_TYPE, mapTypes)) {
            if (!row.text("flags").isEmpty()) {
                mapFlags.put(row.number("id"), row.text("flags"));
            }
        }
        for (Row row : rows("instructions.tsv")) {
            code.put(row.text("name"), feature(Kind.CODE, row, remedies(row)));
        }
        for (Row row : rows("btf-kinds.tsv")) {
            btf.put(row.text("name"), feature(Kind.BTF, row, Remedy.of(Action.LOWER_BTF)));
        }
        sections = rows("program-types.tsv").stream().map(KernelFacts::section).toList();
        limits = rows("limits.tsv").stream()
                .map(row ->
                        new VerifierLimit(row.text("name"), row.number("maximum"), row.releases(), remedies(row)[0]))
                .toList();
    }

    /** The shared instance. */
    public static KernelFacts get() {
        return Holder.INSTANCE;
    }

    static List<Row> rows(String table) {
        return FactTable.load(table).rows();
    }

    private static List<Row> readById(String table, Kind kind, Map<Integer, Feature> byId) {
        List<Row> rows = rows(table);
        for (Row row : rows) {
            byId.put(row.number("id"), feature(kind, row, instead(row, Action.USE)));
        }
        return rows;
    }

    static Feature feature(Kind kind, Row row, Remedy... remedies) {
        return Feature.of(kind, row.text("name"), row.releases(), remedies);
    }

    private static Remedy[] instead(Row row, Action action) {
        String instead = row.text("instead");
        return instead.isEmpty()
                ? new Remedy[] {NEWER_KERNEL}
                : new Remedy[] {new Remedy(action, instead), NEWER_KERNEL};
    }

    private static Remedy[] remedies(Row row) {
        return Remedy.parse(row.text("remedy"))
                .map(remedy -> new Remedy[] {remedy, NEWER_KERNEL})
                .orElseGet(() -> new Remedy[] {NEWER_KERNEL});
    }

    private static ProgramSection section(Row row) {
        String name = row.text("section");
        String attach = row.text("attach");
        String label = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
        return new ProgramSection(
                name,
                row.text("type"),
                attach.equals("-") ? Optional.empty() : Optional.of(attach),
                Feature.of(Kind.PROGRAM, label, row.releases(), instead(row, Action.SECTION)),
                row.text("loads").isEmpty() ? row.releases() : row.releases("loads"),
                ProgramSection.Trait.parse(row.text("traits")));
    }

    /** The helper with that number; an unknown feature if the tables lack it. */
    public Feature helper(int id) {
        @Nullable Feature known = helpers.get(id);
        return known != null ? known : Feature.unknown(Kind.HELPER, "helper #" + Integer.toUnsignedString(id));
    }

    /** The helper, map type or program section that a remedy names. */
    public Optional<Feature> instead(Remedy remedy) {
        return switch (remedy.action()) {
            case USE ->
                Stream.concat(helpers.values().stream(), mapTypes.values().stream())
                        .filter(feature -> feature.name().equals(remedy.argument()))
                        .findFirst();
            case SECTION -> section(remedy.argument()).map(ProgramSection::feature);
            default -> Optional.empty();
        };
    }

    /** The map type with that number; an unknown feature if the tables lack it. */
    public Feature mapType(int id) {
        @Nullable Feature known = mapTypes.get(id);
        return known != null ? known : Feature.unknown(Kind.MAP_TYPE, "map type #" + Integer.toUnsignedString(id));
    }

    /** The name of a flag without which no kernel creates a map of that type. */
    public Optional<String> requiredFlag(int mapType) {
        return Optional.ofNullable(mapFlags.get(mapType));
    }

    /** The known flags in {@code map_flags}. */
    public List<Feature> mapFlags(int flags) {
        List<Feature> found = new ArrayList<>();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            @Nullable Feature flag = (flags >>> bit & 1) == 1 ? MapFlags.BY_BIT.get(bit) : null;
            if (flag != null) {
                found.add(flag);
            }
        }
        return found;
    }

    /**
     * The definition of a program section by libbpf's rules. Names that only libbpf before 1.0 and other loaders
     * accept, such as {@code xdp/name}, are looked up without their last part. Empty for unknown names.
     */
    public Optional<ProgramSection> section(String name) {
        String rest = OptionalSection.withoutMark(name);
        while (true) {
            String wanted = rest;
            Optional<ProgramSection> found =
                    sections.stream().filter(s -> s.matches(wanted)).findFirst();
            int slash = rest.lastIndexOf('/');
            if (found.isPresent() || slash <= 0) {
                return found;
            }
            rest = rest.substring(0, slash);
        }
    }

    /** The feature of that name in {@code instructions.tsv}. */
    public Feature code(String name) {
        return known(code.get(name), name);
    }

    /** The kind, or flag of a kind, of that name in {@code btf-kinds.tsv}. */
    public Feature btf(String name) {
        return known(btf.get(name), name);
    }

    private static Feature known(@Nullable Feature feature, String name) {
        if (feature == null) {
            throw new IllegalArgumentException(name);
        }
        return feature;
    }

    /** A CO-RE relocation of that kind, which the loader applies on any kernel with BTF. */
    public Feature core(String kind) {
        return Feature.of(Kind.LOADER, "CO-RE " + kind, Releases.from(FIRST));
    }

    /**
     * The limit that {@code size} requires, as a feature of the release that introduced it. Empty if every kernel
     * allows the size.
     */
    public Optional<Feature> limit(String name, long size) {
        List<VerifierLimit> steps = limits(name);
        VerifierLimit first = steps.get(0);
        if (size <= first.maximum()) {
            return Optional.empty();
        }
        for (VerifierLimit step : steps) {
            if (size <= step.maximum()) {
                return Optional.of(Feature.of(
                        Kind.LIMIT, label(name, size, first), step.releases(), first.remedy(), NEWER_KERNEL));
            }
        }
        VerifierLimit last = steps.get(steps.size() - 1);
        return Optional.of(Feature.ofNoKernel(Kind.LIMIT, label(name, size, last), last.remedy()));
    }

    /** The steps of a limit, in the order of their releases. */
    List<VerifierLimit> limits(String name) {
        return limits.stream().filter(limit -> limit.name().equals(name)).toList();
    }

    static String label(String name, long size, VerifierLimit limit) {
        return name + " " + size + " > " + limit.maximum();
    }

    /** Every helper by number. */
    public Map<Integer, Feature> helpers() {
        return Map.copyOf(helpers);
    }

    /** Every map type by number. */
    public Map<Integer, Feature> mapTypes() {
        return Map.copyOf(mapTypes);
    }

    /** Every section name that libbpf knows. */
    public List<ProgramSection> sections() {
        return sections;
    }
}
