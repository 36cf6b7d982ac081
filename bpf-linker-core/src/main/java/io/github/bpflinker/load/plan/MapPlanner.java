package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.load.image.BtfImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Plans the maps of an object in libbpf's order: definitions, global data, {@code .kconfig}. */
final class MapPlanner {

    private static final int WORDS = 3;
    private static final int KEY_SIZE = 4;

    private final String objectName;
    private final ObjectFile object;
    private final @Nullable PlanningBtf btf;
    private final MapTable table = new MapTable();

    private MapPlanner(String objectName, ObjectFile object, @Nullable PlanningBtf btf) {
        this.objectName = objectName;
        this.object = object;
        this.btf = btf;
    }

    /** @param kconfigSize the size of {@code .kconfig} in bytes; 0 if there is none */
    static MapTable plan(String objectName, ObjectFile object, @Nullable PlanningBtf btf, int kconfigSize) {
        MapPlanner planner = new MapPlanner(objectName, object, btf);
        planner.legacy();
        planner.defined();
        planner.arena();
        planner.globalData();
        if (kconfigSize > 0) {
            planner.table.addConfiguration(planner.globalMap(
                    ObjectFile.KCONFIG, PlannedMap.Kind.KCONFIG, kconfigSize, Bytes.zeros(kconfigSize)));
        }
        return planner.table;
    }

    private void legacy() {
        LegacyMaps reader = new LegacyMaps(object, btf);
        boolean[] legacy = new boolean[object.sections().size()];
        boolean any = false;
        for (ElfSection section : object.sections()) {
            legacy[section.index()] = ObjectFile.isLegacyMaps(section);
            any |= legacy[section.index()];
        }
        if (!any) {
            return;
        }
        object.symbols().stream()
                .filter(symbol -> symbol.section() > 0 && symbol.section() < legacy.length)
                .filter(symbol -> legacy[symbol.section()] && !symbol.name().isEmpty())
                .filter(symbol -> symbol.type() == ElfSymbol.Type.OBJECT || symbol.type() == ElfSymbol.Type.NOTYPE)
                .sorted((a, b) -> a.section() != b.section()
                        ? Integer.compare(a.section(), b.section())
                        : Long.compareUnsigned(a.value(), b.value()))
                .forEach(symbol -> {
                    ElfSection section = object.sections().get(symbol.section());
                    table.addDefined(reader.read(symbol, section), section.index(), symbol.value());
                });
    }

    private void defined() {
        ElfSection section = object.section(ObjectFile.MAPS).orElse(null);
        if (section == null) {
            return;
        }
        if (btf == null) {
            throw object.fail(new PlanProblem.MissingBtf("maps of section .maps are described by BTF"));
        }
        OptionalInt datasec = btf.types().find(ObjectFile.MAPS, BtfKind.DATASEC);
        if (datasec.isEmpty()) {
            throw object.fail(new PlanProblem.BadMap(
                    ObjectFile.MAPS, "", "", "the BTF of the object does not describe the section"));
        }
        BtfImage image = btf.image();
        int id = datasec.getAsInt();
        for (int i = 0; i < image.elements(id); i++) {
            defined(
                    section,
                    image.extra(id, WORDS * i),
                    Integer.toUnsignedLong(image.extra(id, WORDS * i + 1)),
                    Integer.toUnsignedLong(image.extra(id, WORDS * i + 2)));
        }
    }

    private void defined(ElfSection section, int id, long offset, long size) {
        Btf types = requireBtf().types();
        BtfType type = types.type(id);
        String name = type.name();
        if (!(type instanceof BtfType.Var variable) || name.isEmpty()) {
            throw badMap(name, "", "it is no variable with a name");
        }
        if (offset + size > section.content().remaining()) {
            throw badMap(name, "", "its definition reaches beyond the section");
        }
        if (requireBtf().image().extra(id, 0) != BtfLinkage.GLOBAL.code()) {
            throw badMap(name, "", "it is static or hidden; loaders look only for global ones");
        }
        if (!(types.type(types.strip(variable.type())) instanceof BtfType.Struct struct) || struct.size() > size) {
            throw badMap(name, "", "it is no struct of the size that the section says");
        }
        try {
            table.addDefined(MapDefinitionReader.read(name, types, struct).toMap(), section.index(), offset);
        } catch (MapDefinitionReader.Contradiction e) {
            throw object.fail(e.problem());
        }
    }

    private PlanException badMap(String name, String field, String reason) {
        return object.fail(new PlanProblem.BadMap(ObjectFile.MAPS, name, field, reason));
    }

    private PlanningBtf requireBtf() {
        PlanningBtf known = btf;
        if (known == null) {
            throw object.fail(new PlanProblem.MissingBtf("the object has maps"));
        }
        return known;
    }

    private void arena() {
        for (int i = 0; i < table.maps().size(); i++) {
            if (table.get(i).shape().type() == MapShape.ARENA) {
                if (table.arena() >= 0) {
                    throw badMap(
                            table.get(i).name(),
                            "type",
                            "an object has one arena, and "
                                    + table.get(table.arena()).name() + " is one");
                }
                table.setArena(i);
            }
        }
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isArena(section)) {
                if (table.arena() < 0) {
                    throw object.fail(new PlanProblem.BadMap(
                            section.name(), "", "", "variables of an arena need a map of type BPF_MAP_TYPE_ARENA"));
                }
                table.set(table.arena(), table.get(table.arena()).withContents(Bytes.of(section.content())));
            }
        }
    }

    private void globalData() {
        for (ElfSection section : object.sections()) {
            PlannedMap.@Nullable Kind kind = ObjectFile.dataKind(section);
            if (kind != null) {
                if (section.size() < 0 || section.size() > Integer.MAX_VALUE - Long.BYTES) {
                    throw object.malformed("section \"" + section.name() + "\" has "
                            + Long.toUnsignedString(section.size()) + " bytes, more than a map can hold");
                }
                Bytes contents = kind == PlannedMap.Kind.BSS ? Bytes.empty() : Bytes.of(section.content());
                table.addGlobalData(globalMap(section.name(), kind, (int) section.size(), contents), section.index());
            }
        }
    }

    private PlannedMap globalMap(String section, PlannedMap.Kind kind, int size, Bytes contents) {
        int valueType = btf == null ? 0 : btf.types().ids(section).findFirst().orElse(0);
        int flags = kind.isFrozen() ? MapShape.READ_ONLY_FOR_PROGRAMS : 0;
        if (kind != PlannedMap.Kind.PERCPU && isSeen(valueType)) {
            flags |= MapShape.MMAPABLE;
        }
        int type = kind == PlannedMap.Kind.PERCPU ? MapShape.PERCPU_ARRAY : MapShape.ARRAY;
        return new PlannedMap(
                section,
                GlobalDataName.of(objectName, section, kind),
                kind,
                new MapShape(type, KEY_SIZE, size, 1, flags, 0, 0),
                0,
                valueType,
                Optional.empty(),
                List.of(),
                false,
                contents,
                true,
                Optional.empty());
    }

    /** Whether a section has a non-static variable, so that the map is memory-mapped. */
    private boolean isSeen(int section) {
        if (btf == null || section == 0 || btf.image().kind(section) != BtfKind.DATASEC) {
            return false;
        }
        BtfImage image = btf.image();
        for (int i = 0; i < image.elements(section); i++) {
            int variable = image.extra(section, WORDS * i);
            if (image.kind(variable) == BtfKind.VAR && image.extra(variable, 0) != BtfLinkage.STATIC.code()) {
                return true;
            }
        }
        return false;
    }
}
