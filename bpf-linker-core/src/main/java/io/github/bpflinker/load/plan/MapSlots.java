package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.image.BtfImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the initial elements in definitions of maps of maps and program arrays ({@code values}). */
final class MapSlots {

    private static final int WORDS = 3;
    private static final int POINTER_SIZE = 8;

    /** A variable of {@code .maps}. */
    private record Variable(int map, long offset, long size, BtfType.Struct struct) {}

    private final ObjectFile object;
    private final PlanningBtf btf;
    private final MapTable table;
    private final CodeLayout code;
    private final List<PlannedProgram> programs;
    private final Map<Integer, Map<Integer, Integer>> slots = new TreeMap<>();

    private MapSlots(
            ObjectFile object, PlanningBtf btf, MapTable table, CodeLayout code, List<PlannedProgram> programs) {
        this.object = object;
        this.btf = btf;
        this.table = table;
        this.code = code;
        this.programs = programs;
    }

    static void plan(
            ObjectFile object, PlanningBtf btf, MapTable table, CodeLayout code, List<PlannedProgram> programs) {
        ElfSection section = object.section(ObjectFile.MAPS).orElse(null);
        if (section == null) {
            return;
        }
        MapSlots planner = new MapSlots(object, btf, table, code, programs);
        object.relocations(section).forEach(relocation -> planner.slot(section, relocation));
        planner.slots.forEach((map, entries) -> table.set(
                map,
                table.get(map)
                        .withSlots(entries.entrySet().stream()
                                .map(entry -> new MapSlot(entry.getKey(), entry.getValue()))
                                .toList())));
    }

    private void slot(ElfSection section, ElfRelocation relocation) {
        Variable variable = variable(section, relocation);
        List<BtfType.Member> members = variable.struct().members();
        BtfType.Member last = members.get(members.size() - 1);
        long offset = relocation.offset() - variable.offset() - last.bitOffset() / Byte.SIZE;
        if (!last.name().equals("values") || offset < 0 || offset % POINTER_SIZE != 0) {
            throw bad(section, relocation, "from a place of a map's definition that is no element of values");
        }
        PlannedMap map = table.get(variable.map());
        int entry;
        if (map.shape().isMapOfMaps()) {
            entry = map(section, relocation, map);
        } else if (map.shape().type() == MapShape.PROG_ARRAY) {
            entry = program(section, relocation);
        } else {
            throw bad(section, relocation, "but map " + map.name() + " takes neither maps nor programs");
        }
        slots.computeIfAbsent(variable.map(), m -> new TreeMap<>()).put((int) (offset / POINTER_SIZE), entry);
    }

    private Variable variable(ElfSection section, ElfRelocation relocation) {
        Btf types = btf.types();
        BtfImage image = btf.image();
        OptionalInt datasec = types.find(ObjectFile.MAPS, BtfKind.DATASEC);
        for (int i = 0; datasec.isPresent() && i < image.elements(datasec.getAsInt()); i++) {
            long offset = Integer.toUnsignedLong(image.extra(datasec.getAsInt(), WORDS * i + 1));
            long size = Integer.toUnsignedLong(image.extra(datasec.getAsInt(), WORDS * i + 2));
            boolean within = relocation.offset() >= offset && relocation.offset() - offset <= size - POINTER_SIZE;
            int map = within ? table.definedAt(section.index(), offset) : -1;
            BtfType variable = types.type(image.extra(datasec.getAsInt(), WORDS * i));
            if (map >= 0
                    && variable instanceof BtfType.Var var
                    && types.type(types.strip(var.type())) instanceof BtfType.Struct struct
                    && !struct.members().isEmpty()) {
                return new Variable(map, offset, size, struct);
            }
        }
        throw bad(section, relocation, "from a place where no map is defined");
    }

    private int map(ElfSection section, ElfRelocation relocation, PlannedMap outer) {
        if (outer.shape().type() == MapShape.HASH_OF_MAPS && outer.shape().keySize() != Integer.BYTES) {
            throw bad(section, relocation, "but only maps with keys of 4 bytes have values");
        }
        ElfSymbol symbol = relocation.symbol();
        int map = symbol.section() == section.index() ? table.named(symbol.name()) : -1;
        if (map < 0) {
            throw bad(section, relocation, "which is no map of section .maps");
        }
        return map;
    }

    private int program(ElfSection section, ElfRelocation relocation) {
        ElfSymbol symbol = relocation.symbol();
        for (int i = 0; i < programs.size(); i++) {
            CodeLayout.Function function = code.functions().get(programs.get(i).function());
            if (function.name().equals(symbol.name())
                    && function.section().index() == symbol.section()
                    && (long) function.start() * Instruction.SIZE == symbol.value()) {
                return i;
            }
        }
        throw bad(section, relocation, "which is no program of the object");
    }

    private PlanException bad(ElfSection section, ElfRelocation relocation, String reason) {
        return object.fail(new PlanProblem.BadReference(
                section.name(), relocation.offset(), object.nameOf(relocation.symbol()), Optional.empty(), reason));
    }
}
