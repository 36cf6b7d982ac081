package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfMap;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import java.nio.ByteBuffer;
import java.util.Optional;
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
        for (BpfMap map : object.maps()) {
            switch (map.kind()) {
                case LEGACY -> scanLegacy(map);
                case BTF_DEFINED -> scanDefined(map);
                case STRUCT_OPS -> scanStructOps(map);
                // libbpf omits global data that no program references, so only references are requirements.
                case GLOBAL_DATA -> {}
            }
        }
    }

    private void scanLegacy(BpfMap map) {
        long offset = offsetOf(map);
        ByteBuffer section = map.section().content();
        if (offset >= 0 && offset <= section.remaining() - LEGACY_SIZE) {
            int at = section.position() + (int) offset;
            report(facts.mapType(section.getInt(at)), map);
            reportFlags(section.getInt(at + LEGACY_FLAGS), map);
        }
    }

    private void scanStructOps(BpfMap map) {
        report(facts.mapType(STRUCT_OPS_TYPE), map);
        if (map.section().name().endsWith(".link")) {
            reportFlags(LINK_FLAG, map);
        }
    }

    private void scanDefined(BpfMap map) {
        btf.flatMap(types -> MapDefinition.find(types, map.name())).ifPresent(definition -> scan(definition, map));
    }

    private void scan(MapDefinition definition, BpfMap map) {
        definition.type().ifPresent(type -> report(facts.mapType(type), map));
        reportFlags(definition.flags(), map);
        btf.ifPresent(types -> definition
                .value()
                .ifPresent(value -> new SpecialMapFields(types, facts).of(value).forEach(field -> report(field, map))));
        definition.inner().ifPresent(inner -> scan(inner, map));
    }

    private void reportFlags(int flags, BpfMap map) {
        facts.mapFlags(flags).forEach(flag -> report(flag, map));
    }

    private long offsetOf(BpfMap map) {
        return object.file().symbols().stream()
                .filter(symbol -> symbol.section() == map.section().index()
                        && symbol.name().equals(map.name()))
                .mapToLong(ElfSymbol::value)
                .findFirst()
                .orElse(-1);
    }

    private void report(Feature feature, BpfMap map) {
        OptionalLong offset = OptionalLong.of(offsetOf(map));
        UseSite place = new UseSite(map.name(), map.section().name(), offset, null);
        found.accept(new KernelRequirement(feature, Need.KERNEL, place));
    }
}
