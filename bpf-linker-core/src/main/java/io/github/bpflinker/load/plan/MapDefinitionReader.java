package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Parses a map definition, the struct type of a variable in {@code .maps}. Numbers are encoded as pointers to arrays
 * with that number of elements ({@code __uint}) or as an enumeration with one value ({@code __ulong}), types as
 * pointers ({@code __type}).
 */
final class MapDefinitionReader {

    private static final int REFERENCE_SIZE = 4;
    private static final int PIN_BY_NAME = 1;

    private final String map;
    private final Btf types;
    private final boolean isInner;
    private int type;
    private int maxEntries;
    private int flags;
    private int numaNode;
    private long extra;
    private int keySize;
    private int valueSize;
    private int keyType;
    private int valueType;
    private boolean pinnedByName;
    private Optional<MapDefinitionReader> inner = Optional.empty();

    private MapDefinitionReader(String map, Btf types, boolean isInner) {
        this.map = map;
        this.types = types;
        this.isInner = isInner;
    }

    /** Thrown for an invalid definition. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        private final String map;
        private final String field;
        private final String reason;

        Contradiction(String map, String field, String reason) {
            super(reason);
            this.map = map;
            this.field = field;
            this.reason = reason;
        }

        PlanProblem problem() {
            return new PlanProblem.BadMap(ObjectFile.MAPS, map, field, reason);
        }
    }

    static MapDefinitionReader read(String map, Btf types, BtfType.Struct struct) throws Contradiction {
        MapDefinitionReader definition = new MapDefinitionReader(map, types, false);
        definition.read(struct);
        return definition;
    }

    private void read(BtfType.Struct struct) throws Contradiction {
        List<BtfType.Member> members = struct.members();
        for (int i = 0; i < members.size(); i++) {
            readMember(members.get(i), i == members.size() - 1);
        }
        if (type == 0) {
            throw new Contradiction(map, "type", "the map has no type; add __uint(type, BPF_MAP_TYPE_…)");
        }
    }

    private void readMember(BtfType.Member member, boolean last) throws Contradiction {
        switch (member.name()) {
            case "type" -> type = number(member);
            case "max_entries" -> maxEntries = number(member);
            case "map_flags" -> flags = number(member);
            case "numa_node" -> numaNode = number(member);
            case "map_extra" -> extra = longNumber(member);
            case "key_size" -> keySize = agreed(member, keySize, number(member));
            case "value_size" -> valueSize = agreed(member, valueSize, number(member));
            case "key" -> {
                keyType = pointee(member);
                keySize = agreed(member, keySize, sizeOf(member, keyType));
            }
            case "value" -> {
                valueType = pointee(member);
                valueSize = agreed(member, valueSize, sizeOf(member, valueType));
            }
            case "values" -> readValues(member, last);
            case "pinning" -> pinnedByName = pinning(member);
            default ->
                throw new Contradiction(
                        map, member.name(), "no loader knows such a field; see bpf_helpers.h for those that there are");
        }
    }

    private int agreed(BtfType.Member member, int before, int size) throws Contradiction {
        if (before != 0 && before != size) {
            throw new Contradiction(
                    map,
                    member.name(),
                    "it says " + Integer.toUnsignedString(size) + " bytes, another field "
                            + Integer.toUnsignedString(before));
        }
        return size;
    }

    private boolean pinning(BtfType.Member member) throws Contradiction {
        if (isInner) {
            throw new Contradiction(map, member.name(), "an inner map can't be pinned");
        }
        int value = number(member);
        if (value != 0 && value != PIN_BY_NAME) {
            throw new Contradiction(
                    map,
                    member.name(),
                    Integer.toUnsignedString(value) + " is neither LIBBPF_PIN_NONE (0) nor LIBBPF_PIN_BY_NAME (1)");
        }
        return value == PIN_BY_NAME;
    }

    private void readValues(BtfType.Member member, boolean last) throws Contradiction {
        boolean ofMaps = type == MapShape.ARRAY_OF_MAPS || type == MapShape.HASH_OF_MAPS;
        if (isInner) {
            throw new Contradiction(map, member.name(), "the kernel takes no maps in maps in maps");
        }
        if (!last) {
            throw new Contradiction(map, member.name(), "it must be the last field");
        }
        if (!ofMaps && type != MapShape.PROG_ARRAY) {
            throw new Contradiction(map, member.name(), "only maps of maps and program arrays have values");
        }
        valueSize = agreed(member, valueSize, REFERENCE_SIZE);
        if (!(types.type(member.type()) instanceof BtfType.Array array) || array.count() != 0) {
            throw new Contradiction(map, member.name(), "it is no array without length; use __array");
        }
        if (!(types.type(types.strip(array.element())) instanceof BtfType.Ptr pointer)) {
            throw new Contradiction(map, member.name(), "its elements are no pointers; use __array");
        }
        BtfType element = types.type(types.strip(pointer.type()));
        if (!ofMaps && !(element instanceof BtfType.FuncProto)) {
            throw new Contradiction(map, member.name(), "its elements do not point to programs");
        }
        if (ofMaps) {
            if (!(element instanceof BtfType.Struct struct)) {
                throw new Contradiction(map, member.name(), "its elements do not point to the definition of a map");
            }
            MapDefinitionReader definition = new MapDefinitionReader(map + ".inner", types, true);
            definition.read(struct);
            inner = Optional.of(definition);
        }
    }

    private int number(BtfType.Member member) throws Contradiction {
        BtfType stripped = types.type(types.strip(member.type()));
        if (stripped instanceof BtfType.Ptr pointer && types.type(pointer.type()) instanceof BtfType.Array array) {
            return (int) array.count();
        }
        throw new Contradiction(map, member.name(), "it is no number; use __uint");
    }

    private long longNumber(BtfType.Member member) throws Contradiction {
        BtfType stripped = types.type(types.strip(member.type()));
        if (!(stripped instanceof BtfType.Enumeration values)) {
            return Integer.toUnsignedLong(number(member));
        }
        if (values.enumerators().size() != 1) {
            throw new Contradiction(map, member.name(), "it is no single number; use __ulong");
        }
        return values.enumerators().get(0).value();
    }

    private int pointee(BtfType.Member member) throws Contradiction {
        if (types.type(member.type()) instanceof BtfType.Ptr pointer) {
            return pointer.type();
        }
        throw new Contradiction(map, member.name(), "it names no type; use __type");
    }

    private int sizeOf(BtfType.Member member, int id) throws Contradiction {
        OptionalLong size = types.sizeOf(id);
        if (size.isEmpty() || size.getAsLong() > Integer.MAX_VALUE) {
            throw new Contradiction(map, member.name(), "its type has no size that a map can have");
        }
        return (int) size.getAsLong();
    }

    MapShape shape() {
        return new MapShape(type, keySize, valueSize, maxEntries, flags, numaNode, extra);
    }

    /** Returns the map without {@link PlannedMap#slots} and contents. */
    PlannedMap toMap() {
        return new PlannedMap(
                map,
                map,
                PlannedMap.Kind.DEFINED,
                shape(),
                keyType,
                valueType,
                inner.map(MapDefinitionReader::toMap),
                List.of(),
                pinnedByName,
                Bytes.empty(),
                true,
                Optional.empty());
    }
}
