package io.github.bpflinker.load.plan;

import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.ProgramSection;
import io.github.bpflinker.kernel.table.SectionNames;
import io.github.bpflinker.kernel.table.TypeNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans the programs, whose type and attach target are derived from the names of their sections. */
final class ProgramPlanner {

    private static final String EXTENSION = "BPF_PROG_TYPE_EXT";
    private static final String OPERATION = "BPF_PROG_TYPE_STRUCT_OPS";
    private static final String MULTI = "_MULTI";
    private static final String TRACING = "BPF_PROG_TYPE_TRACING";

    private final ObjectFile object;
    private final CodeLayout code;
    private final PlanOptions options;

    private ProgramPlanner(ObjectFile object, CodeLayout code, PlanOptions options) {
        this.object = object;
        this.code = code;
        this.options = options;
    }

    static List<PlannedProgram> plan(ObjectFile object, CodeLayout code, PlanOptions options) {
        ProgramPlanner planner = new ProgramPlanner(object, code, options);
        List<PlannedProgram> programs = new ArrayList<>();
        for (int i = 0; i < code.functions().size(); i++) {
            if (!code.functions().get(i).subprogram()) {
                programs.add(planner.program(i));
            }
        }
        return programs;
    }

    private PlannedProgram program(int place) {
        CodeLayout.Function function = code.functions().get(place);
        String written = function.section().name();
        boolean optional = OptionalSection.is(written);
        String section = OptionalSection.withoutMark(written);
        String wanted = options.sections().getOrDefault(function.name(), section);
        Optional<ProgramSection> known = KernelFacts.get().section(wanted);
        if (known.isEmpty() && !options.otherPrograms().isEmpty()) {
            wanted = options.otherPrograms();
            known = KernelFacts.get().section(wanted);
        }
        if (known.isEmpty()) {
            throw object.fail(new PlanProblem.UnknownSection(
                    wanted, function.name(), code.line(function, 0), SectionNames.nearestToProgram(wanted)));
        }
        return program(function.name(), place, wanted, known.get(), !optional);
    }

    private static PlannedProgram program(
            String name, int place, String section, ProgramSection definition, boolean load) {
        int flags = definition.has(ProgramSection.Trait.SLEEPABLE) ? PlannedProgram.SLEEPABLE : 0;
        flags |= definition.has(ProgramSection.Trait.FRAGS) ? PlannedProgram.XDP_HAS_FRAGS : 0;
        return new PlannedProgram(
                name,
                place,
                section,
                definition,
                TypeNumbers.programs().of(definition.type()),
                definition.attach().map(TypeNumbers.attachments()::of).orElse(0),
                target(definition, section),
                flags,
                load,
                OptionalInt.empty());
    }

    private static AttachTarget target(ProgramSection definition, String section) {
        int slash = section.indexOf('/');
        String argument = slash < 0 ? "" : section.substring(slash + 1);
        if (definition.type().equals(OPERATION)) {
            return new AttachTarget.Operation();
        }
        if (definition.type().equals(EXTENSION)) {
            return new AttachTarget.ProgramFunction(argument);
        }
        if (definition.has(ProgramSection.Trait.BTF)) {
            return new AttachTarget.KernelType(argument);
        }
        boolean multi = definition.type().equals(TRACING)
                && definition.attach().filter(name -> name.endsWith(MULTI)).isPresent();
        return multi ? new AttachTarget.Functions(argument) : new AttachTarget.None();
    }
}
