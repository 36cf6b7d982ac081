package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.load.image.BtfImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans struct_ops maps: variables in {@code .struct_ops} and similar sections, and the programs that their members
 * reference.
 */
final class StructOpsPlanner {

    private static final int WORDS = 3;
    private static final int KEY_SIZE = 4;

    /** A variable while its members are filled in. */
    private record Variable(
            int map,
            ElfSection section,
            long offset,
            int type,
            BtfType.Struct struct,
            Map<Integer, Integer> programs) {}

    private final ObjectFile object;
    private final @Nullable PlanningBtf btf;
    private final MapTable table;
    private final CodeLayout code;
    private final List<PlannedProgram> programs;
    private final List<Variable> variables = new ArrayList<>();

    private StructOpsPlanner(
            ObjectFile object,
            @Nullable PlanningBtf btf,
            MapTable table,
            CodeLayout code,
            List<PlannedProgram> programs) {
        this.object = object;
        this.btf = btf;
        this.table = table;
        this.code = code;
        this.programs = programs;
    }

    /** Adds the struct_ops maps of an object to {@code table}. */
    static void plan(
            ObjectFile object,
            @Nullable PlanningBtf btf,
            MapTable table,
            CodeLayout code,
            List<PlannedProgram> programs) {
        StructOpsPlanner planner = new StructOpsPlanner(object, btf, table, code, programs);
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isStructOps(section)) {
                planner.variables(section);
            }
        }
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isStructOps(section)) {
                object.relocations(section).forEach(relocation -> planner.operation(section, relocation));
            }
        }
        planner.variables.forEach(planner::finish);
    }

    private void variables(ElfSection section) {
        if (btf == null) {
            throw object.fail(new PlanProblem.MissingBtf(
                    "structs of operations, section " + section.name() + ", are described by BTF"));
        }
        OptionalInt datasec = btf.types().find(section.name(), BtfKind.DATASEC);
        if (datasec.isEmpty()) {
            throw bad(section, "", "", "the BTF of the object does not describe the section");
        }
        BtfImage image = btf.image();
        for (int i = 0; i < image.elements(datasec.getAsInt()); i++) {
            variable(
                    btf.types(),
                    section,
                    image.extra(datasec.getAsInt(), WORDS * i),
                    Integer.toUnsignedLong(image.extra(datasec.getAsInt(), WORDS * i + 1)));
        }
    }

    private void variable(Btf types, ElfSection section, int id, long offset) {
        BtfType variable = types.type(id);
        int type = variable instanceof BtfType.Var var ? types.strip(var.type()) : 0;
        if (!(types.type(type) instanceof BtfType.Struct struct)
                || struct.name().isEmpty()) {
            throw bad(section, variable.name(), "", "it is no variable whose type is a struct with a name");
        }
        ByteBuffer content = section.content();
        if (offset + struct.size() > content.remaining()) {
            throw bad(section, variable.name(), "", "it reaches beyond the section");
        }
        boolean optional = OptionalSection.is(section.name());
        boolean link = section.name().endsWith(".link");
        int size = (int) struct.size();
        PlannedMap map = new PlannedMap(
                variable.name(),
                variable.name(),
                PlannedMap.Kind.STRUCT_OPS,
                new MapShape(MapShape.STRUCT_OPS, KEY_SIZE, size, 1, link ? MapShape.LINK : 0, 0, 0),
                0,
                type,
                Optional.empty(),
                List.of(),
                false,
                Bytes.of(content.slice(content.position() + (int) offset, size)),
                !optional,
                Optional.empty());
        int place = table.addDefined(map, section.index(), offset);
        variables.add(new Variable(place, section, offset, type, struct, new TreeMap<>()));
    }

    private void operation(ElfSection section, ElfRelocation relocation) {
        Variable variable = variables.stream()
                .filter(each -> each.section().equals(section)
                        && relocation.offset() >= each.offset()
                        && relocation.offset() - each.offset() < each.struct().size())
                .findFirst()
                .orElseThrow(() -> badReference(section, relocation, "at a place where no struct of operations is"));
        long bits = (relocation.offset() - variable.offset()) * Byte.SIZE;
        int member = member(variable.struct(), bits);
        if (member < 0 || !pointsToFunction(variable.struct().members().get(member))) {
            throw badReference(section, relocation, "from a place that is no pointer to a function");
        }
        variable.programs().put(member, program(section, relocation));
    }

    private static int member(BtfType.Struct struct, long bits) {
        List<BtfType.Member> members = struct.members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).bitOffset() == bits) {
                return i;
            }
        }
        return -1;
    }

    private boolean pointsToFunction(BtfType.Member member) {
        Btf types = Objects.requireNonNull(btf).types();
        return types.type(types.strip(member.type())) instanceof BtfType.Ptr pointer
                && types.type(types.strip(pointer.type())) instanceof BtfType.FuncProto;
    }

    private int program(ElfSection section, ElfRelocation relocation) {
        long offset = relocation.symbol().value();
        int function = offset % Instruction.SIZE != 0 || offset < 0
                ? -1
                : code.at(relocation.symbol().section(), offset / Instruction.SIZE);
        for (int i = 0; i < programs.size() && function >= 0; i++) {
            PlannedProgram program = programs.get(i);
            if (program.function() == function) {
                if (program.target() instanceof AttachTarget.Operation) {
                    return i;
                }
                throw badReference(
                        section,
                        relocation,
                        "a program of section \"" + program.section() + "\"; operations are in section struct_ops");
            }
        }
        throw badReference(section, relocation, "which is no program of the object");
    }

    private void finish(Variable variable) {
        List<StructOps.Operation> operations = variable.programs().entrySet().stream()
                .map(entry -> new StructOps.Operation(entry.getKey(), entry.getValue()))
                .toList();
        PlannedMap map = table.get(variable.map());
        byte[] contents = map.contents().toArray();
        for (int member : variable.programs().keySet()) {
            long at = variable.struct().members().get(member).bitOffset() / Byte.SIZE;
            for (long i = at; i < at + Long.BYTES && i < contents.length; i++) {
                contents[(int) i] = 0;
            }
        }
        table.set(
                variable.map(),
                map.withStructOps(new StructOps(
                                variable.type(),
                                Flavours.essential(variable.struct().name()),
                                operations))
                        .withContents(Bytes.wrap(contents)));
    }

    private PlanException badReference(ElfSection section, ElfRelocation relocation, String reason) {
        return object.fail(new PlanProblem.BadReference(
                section.name(), relocation.offset(), object.nameOf(relocation.symbol()), Optional.empty(), reason));
    }

    private PlanException bad(ElfSection section, String name, String field, String reason) {
        return object.fail(new PlanProblem.BadMap(section.name(), name, field, reason));
    }
}
