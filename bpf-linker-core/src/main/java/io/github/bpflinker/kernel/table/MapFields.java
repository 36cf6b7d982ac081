package io.github.bpflinker.kernel.table;

import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The special fields of map values, from {@code map-fields.tsv}. */
public final class MapFields {

    private static final String TYPE_PREFIX = "BPF_MAP_TYPE_";

    private static final Map<String, Feature> BY_NAME = new HashMap<>();
    private static final Map<String, List<String>> MAPS = new HashMap<>();

    static {
        for (Row row : KernelFacts.rows("map-fields.tsv")) {
            BY_NAME.put(
                    row.text("how") + " " + row.text("name"),
                    KernelFacts.feature(Kind.MAP_FIELD, row, KernelFacts.NEWER_KERNEL));
            if (!row.text("maps").isEmpty()) {
                MAPS.put(row.text("name"), FactTable.split(row.text("maps"), ' '));
            }
        }
    }

    private MapFields() {}

    /** A struct that is a special field. */
    public static Optional<Feature> struct(String name) {
        return Optional.ofNullable(BY_NAME.get("struct " + name));
    }

    /** A type tag of pointers that are special fields. */
    public static Optional<Feature> tag(String name) {
        return Optional.ofNullable(BY_NAME.get("tag " + name));
    }

    /** A field in a nested struct or in an array. */
    public static Feature nested(Feature field) {
        return elsewhere(field, "nested", " in a nested struct or array");
    }

    /** A lock in a global variable. */
    public static Feature inGlobalData(Feature field) {
        return elsewhere(field, "global-data", " in global data");
    }

    private static Feature elsewhere(Feature field, String place, String suffix) {
        @Nullable Feature known = BY_NAME.get("place " + place);
        if (known == null) {
            throw new IllegalStateException(place);
        }
        boolean fieldIsNewer =
                field.since().orElseThrow().isAtLeast(known.since().orElseThrow());
        return Feature.of(
                Kind.MAP_FIELD,
                field.name() + suffix,
                fieldIsNewer ? field.releases() : known.releases(),
                KernelFacts.NEWER_KERNEL);
    }

    /** The field in a map of that type, if no kernel accepts it there. */
    public static Optional<Feature> misplaced(Feature field, Feature mapType) {
        @Nullable List<String> allowed = MAPS.get(field.name());
        String type = mapType.name();
        boolean isRight = allowed == null
                || !type.startsWith(TYPE_PREFIX)
                || allowed.contains(type.substring(TYPE_PREFIX.length()));
        return isRight
                ? Optional.empty()
                : Optional.of(Feature.ofNoKernel(Kind.MAP_FIELD, field.name() + " in a map of type " + type));
    }
}
