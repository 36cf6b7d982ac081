package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.AttachTarget;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of the caller for programs: of some by name, and of every one. */
final class ProgramChoices {

    private final Map<String, ProgramSettings> named = new LinkedHashMap<>();
    private BiConsumer<PlannedProgram, ProgramSettings> every = (program, settings) -> {};

    void change(String function, Consumer<ProgramSettings> change) {
        change.accept(named.computeIfAbsent(function, name -> new ProgramSettings()));
    }

    void changeEvery(BiConsumer<PlannedProgram, ProgramSettings> change) {
        every = every.andThen(change);
    }

    /** The programs with settings of their own. */
    Set<String> names() {
        return named.keySet();
    }

    /** The sections that are known before an object is planned. */
    Map<String, String> sections() {
        return sections(named);
    }

    static Map<String, String> sections(Map<String, ProgramSettings> settings) {
        Map<String, String> sections = new HashMap<>();
        settings.forEach((name, program) -> program.section().ifPresent(section -> sections.put(name, section)));
        return sections;
    }

    /** The settings of each program of a plan, by name. */
    Map<String, ProgramSettings> of(LoadPlan plan) {
        Map<String, ProgramSettings> all = new HashMap<>();
        for (PlannedProgram program : plan.programs()) {
            ProgramSettings settings =
                    named.getOrDefault(program.name(), new ProgramSettings()).copy();
            every.accept(program, settings);
            all.put(program.name(), settings);
        }
        return all;
    }

    /** Returns a plan with settings applied. */
    static LoadPlan apply(LoadPlan plan, Map<String, ProgramSettings> settings) {
        return plan.withPrograms(program -> {
            @Nullable ProgramSettings wanted = settings.get(program.name());
            if (wanted == null) {
                return program;
            }
            PlannedProgram changed = wanted.target() == 0 ? program : program.withTarget(target(program));
            return wanted.load().map(changed::withLoad).orElse(changed);
        });
    }

    private static AttachTarget target(PlannedProgram program) {
        if (program.target() instanceof AttachTarget.ProgramFunction function) {
            return function;
        }
        if (program.target() instanceof AttachTarget.KernelType type) {
            return new AttachTarget.ProgramFunction(type.name());
        }
        throw new LoadException(new LoadProblem.Unsuitable("program '" + program.name() + "' in section \""
                + program.section() + "\" is not attached to functions of other programs; attachTo(…) is for sections"
                + " freplace/FUNCTION, fentry/FUNCTION, fexit/FUNCTION and fmod_ret/FUNCTION"));
    }

    /** The descriptors of the programs to which programs are attached, by name. */
    static Map<String, Integer> targets(Map<String, ProgramSettings> settings) {
        Map<String, Integer> targets = new HashMap<>();
        settings.forEach((name, program) -> {
            if (program.target() != 0) {
                targets.put(name, program.target());
            }
        });
        return targets;
    }
}
