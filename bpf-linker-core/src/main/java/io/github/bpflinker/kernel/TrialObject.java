package io.github.bpflinker.kernel;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfRewriter;
import io.github.bpflinker.elf.ElfSection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is loaded in place of an object to see whether the kernel accepts it. No map of it is pinned by its name: a loader
 * would reuse the map that an application on this machine has pinned under that name, or refuse the object because that
 * map is another one, or leave its own behind. Only the programs of one {@link Trial} are in it.
 */
final class TrialObject {

    private static final String MAPS = ".maps";
    private static final String TEXT = ".text";
    private static final String BTF = ".BTF";
    private static final String BTF_EXT = ".BTF.ext";

    /** The member of a map definition that asks a loader to pin the map. */
    private static final String PINNING = "pinning";

    private final BpfObject object;
    private final Trial trial;

    private TrialObject(BpfObject object, Trial trial) {
        this.object = object;
        this.trial = trial;
    }

    /**
     * Makes it.
     *
     * @return empty if the object itself is fit for the trial
     */
    static Optional<ByteBuffer> of(BpfObject object, Trial trial) {
        return new TrialObject(object, trial).make();
    }

    private Optional<ByteBuffer> make() {
        Set<String> left = sectionsLeftOut();
        Optional<BtfFile> btf =
                object.btfSize() == 0 ? Optional.empty() : Optional.of(BtfFile.read(object.file(), null));
        Set<Integer> pinned = btf.map(file -> pinnedDefinitions(file.btf())).orElse(Set.of());
        if (left.isEmpty() && pinned.isEmpty() && trial.optionalSection().isEmpty()) {
            return Optional.empty();
        }
        Map<String, ByteBuffer> replaced = new HashMap<>();
        btf.ifPresent(file -> {
            BtfWriter.Sections written = BtfWriter.write(
                    withoutPinning(file.btf(), pinned), ext(file.ext().orElse(BtfExt.empty()), left));
            replaced.put(BTF, written.btf());
            replaced.put(BTF_EXT, written.ext());
        });
        return Optional.of(ElfRewriter.rewrite(
                object.file(), section -> isDropped(section, left), replaced, Map.of(), Trial::withoutMark));
    }

    private Set<String> sectionsLeftOut() {
        return object.programs().stream()
                .map(BpfFunction::section)
                .map(ElfSection::name)
                .filter(section -> !section.equals(TEXT) && !trial.includes(section))
                .collect(Collectors.toSet());
    }

    /** Relocations of BTF are for linkers; those of a loader come from the symbols. */
    private static boolean isDropped(ElfSection section, Set<String> left) {
        return left.contains(section.name()) || section.name().startsWith(".rel" + BTF);
    }

    private static Set<Integer> pinnedDefinitions(Btf btf) {
        Set<Integer> found = new HashSet<>();
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.Datasec section && section.name().equals(MAPS)) {
                for (BtfType.SectionVar place : section.vars()) {
                    int definition = btf.strip(((BtfType.Var) btf.type(place.type())).type());
                    if (btf.type(definition) instanceof BtfType.Struct struct
                            && struct.members().stream().anyMatch(TrialObject::pins)) {
                        found.add(definition);
                    }
                }
            }
        }
        return found;
    }

    private static boolean pins(BtfType.Member member) {
        return member.name().equals(PINNING);
    }

    private static Btf withoutPinning(Btf btf, Set<Integer> pinned) {
        List<BtfType> types = new ArrayList<>(btf.types());
        for (int id : pinned) {
            BtfType.Struct struct = (BtfType.Struct) btf.type(id);
            List<BtfType.Member> members =
                    struct.members().stream().filter(member -> !pins(member)).toList();
            types.set(
                    id - btf.firstId(), new BtfType.Struct(struct.name(), struct.size(), members, struct.bitFields()));
        }
        return Btf.of(btf.name(), btf.order(), types);
    }

    private static BtfExt ext(BtfExt ext, Set<String> left) {
        return new BtfExt(
                sections(ext.functions(), left), sections(ext.lines(), left), sections(ext.relocations(), left));
    }

    private static <T extends BtfExt.Entry> List<BtfExt.Section<T>> sections(
            List<BtfExt.Section<T>> sections, Set<String> left) {
        return sections.stream()
                .filter(section -> !left.contains(section.name()))
                .map(section -> new BtfExt.Section<>(Trial.withoutMark(section.name()), section.entries()))
                .toList();
    }
}
