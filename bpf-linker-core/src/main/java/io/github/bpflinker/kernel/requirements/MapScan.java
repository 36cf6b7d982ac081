package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.ObjectMap;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.MapFields;
import io.github.bpflinker.kernel.table.Targets;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Collects the requirements of an object's maps: types, flags, and special fields of values. */
final class MapScan {

    private static final int STRUCT_OPS_TYPE = 26;
    private static final int LINK_FLAG = 1 << 13;

    /** The size in bytes of {@code struct bpf_map_def}: type, key size, value size, maximum entries, flags. */
    private static final int LEGACY_SIZE = 5 * Integer.BYTES;

    private static final int LEGACY_FLAGS = 4 * Integer.BYTES;

    private final BpfObject object;
    private final Optional<Btf> btf;
    private final KernelFacts facts = KernelFacts.get();
    private final Consumer<KernelRequirement> found;

    MapScan(BpfObject object, Optional<BtfFile> btf, Consumer<KernelRequirement> found) {
        this.object = object;
        this.btf = btf.map(BtfFile::btf);
        this.found = found;
    }

    void scan() {
        for (ObjectMap map : object.maps()) {
            switch (map.kind()) {
                case LEGACY -> scanLegacy(map);
                case BTF_DEFINED -> scanDefined(map);
                case STRUCT_OPS -> scanStructOps(map);
                case GLOBAL_DATA -> scanGlobalData(map);
            }
        }
    }

    /** Locks in {@code .bss.NAME} and {@code .data.NAME}. */
    private void scanGlobalData(ObjectMap map) {
        btf.ifPresent(types -> {
            OptionalInt section = types.find(map.name(), BtfKind.DATASEC);
            if (section.isPresent() && types.type(section.getAsInt()) instanceof BtfType.Datasec variables) {
                for (BtfType.SectionVar variable : variables.vars()) {
                    if (types.type(variable.type()) instanceof BtfType.Var declared) {
                        SpecialMapFields.of(types, declared.type())
                                .keySet()
                                .forEach(field -> report(MapFields.inGlobalData(field), map));
                    }
                }
            }
        });
    }

    private void scanLegacy(ObjectMap map) {
        long offset = offsetOf(map);
        ByteBuffer section = map.section().content();
        if (offset >= 0 && offset <= section.remaining() - LEGACY_SIZE) {
            int at = section.position() + (int) offset;
            report(facts.mapType(section.getInt(at)), map);
            reportFlags(section.getInt(at + LEGACY_FLAGS), map);
        }
    }

    private void scanStructOps(ObjectMap map) {
        boolean optional = OptionalSection.is(map.section().name());
        Need need = optional ? Need.GUARDED : Need.KERNEL;
        report(facts.mapType(STRUCT_OPS_TYPE), map, need);
        btf.flatMap(types -> structOf(types, map.name()))
                .ifPresent(struct -> report(Targets.operations(struct), map, need));
        if (map.section().name().endsWith(".link")) {
            facts.mapFlags(LINK_FLAG).forEach(flag -> report(flag, map, need));
        }
    }

    private static Optional<String> structOf(Btf types, String variable) {
        OptionalInt id = types.find(variable, BtfKind.VAR);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        BtfType type = types.type(types.strip(((BtfType.Var) types.type(id.getAsInt())).type()));
        return type instanceof BtfType.Struct ? Optional.of(type.name()) : Optional.empty();
    }

    private void scanDefined(ObjectMap map) {
        btf.flatMap(types -> MapDefinition.find(types, map.name())).ifPresent(definition -> scan(definition, map));
    }

    private void scan(MapDefinition definition, ObjectMap map) {
        Optional<Feature> mapType = definition.type().map(facts::mapType);
        mapType.ifPresent(type -> report(type, map));
        definition.type().ifPresent(type -> requireFlag(type, definition.flags(), map));
        reportFlags(definition.flags(), map);
        btf.ifPresent(types -> definition.value().ifPresent(value -> SpecialMapFields.of(types, value)
                .forEach((field, nested) -> reportField(field, nested, mapType, map))));
        definition.inner().ifPresent(inner -> scan(inner, map));
    }

    /** Reports a flag that every map of the type must have, if it is missing. */
    private void requireFlag(int type, int flags, ObjectMap map) {
        facts.requiredFlag(type)
                .filter(flag -> facts.mapFlags(flags).stream()
                        .noneMatch(set -> set.name().equals(flag)))
                .ifPresent(flag -> report(
                        Feature.ofNoKernel(
                                Feature.Kind.MAP_FLAG,
                                facts.mapType(type).name() + " without " + flag,
                                new Remedy(Remedy.Action.MAP_FLAG, flag)),
                        map));
    }

    /** A kernel that does not know a field sees plain data; it refuses what uses the field. */
    private void reportField(Feature field, boolean nested, Optional<Feature> mapType, ObjectMap map) {
        Optional<Feature> misplaced = mapType.flatMap(type -> MapFields.misplaced(field, type));
        if (misplaced.isPresent()) {
            report(misplaced.get(), map);
        } else if (nested) {
            report(MapFields.nested(field), map);
        } else {
            report(field, map, Need.STRICT_LOADER);
        }
    }

    private void reportFlags(int flags, ObjectMap map) {
        facts.mapFlags(flags).forEach(flag -> report(flag, map));
    }

    private long offsetOf(ObjectMap map) {
        return object.file().symbols().stream()
                .filter(symbol -> symbol.section() == map.section().index()
                        && symbol.name().equals(map.name()))
                .mapToLong(ElfSymbol::value)
                .findFirst()
                .orElse(-1);
    }

    private void report(Feature feature, ObjectMap map) {
        report(feature, map, Need.KERNEL);
    }

    private void report(Feature feature, ObjectMap map, Need need) {
        OptionalLong offset = OptionalLong.of(offsetOf(map));
        UseSite place = new UseSite(map.name(), map.section().name(), offset, null);
        found.accept(new KernelRequirement(feature, need, place));
    }
}
