package io.github.bpflinker.load.plan;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Everything that an object asks of a loader. Immutable; {@code with…} methods give a changed copy, for what a caller
 * decides before loading. Lists are in the order in which libbpf has them, and what refers to a map, function, program or
 * extern gives its place in the list.
 *
 * @param name of the object, of which the names of its global data are made; at most 15 bytes
 * @param order the byte order of code and data
 * @param license the content of section {@code license}, at most 63 bytes; empty if there is none
 * @param kernelVersion the number in section {@code version}, for which old kernels ask; else the running kernel's is passed
 * @param btf the types, if there are any
 * @param maps those of {@code .maps}, then global data by section, {@code .kconfig}, then structs of operations
 * @param functions by section and place within it
 * @param programs those of {@code functions} that the kernel can start, in the same order
 * @param externs {@code .kconfig} in the order of the map's value, then {@code .ksyms} by name
 * @param jumpTables those that instructions refer to
 */
public record LoadPlan(
        String name,
        ByteOrder order,
        String license,
        OptionalInt kernelVersion,
        Optional<PlannedBtf> btf,
        List<PlannedMap> maps,
        List<PlannedFunction> functions,
        List<PlannedProgram> programs,
        List<Extern> externs,
        List<JumpTable> jumpTables) {

    public LoadPlan {
        maps = List.copyOf(maps);
        functions = List.copyOf(functions);
        programs = List.copyOf(programs);
        externs = List.copyOf(externs);
        jumpTables = List.copyOf(jumpTables);
    }

    /** The program of that name. */
    public Optional<PlannedProgram> program(String wanted) {
        return programs.stream()
                .filter(program -> program.name().equals(wanted))
                .findFirst();
    }

    /** The map of that name. */
    public Optional<PlannedMap> map(String wanted) {
        return maps.stream().filter(map -> map.name().equals(wanted)).findFirst();
    }

    /** The function that a program starts with. */
    public PlannedFunction entry(PlannedProgram program) {
        return functions.get(program.function());
    }

    /** The plan with each program changed, or not, as a caller wants. */
    public LoadPlan withPrograms(UnaryOperator<PlannedProgram> change) {
        return new LoadPlan(
                name,
                order,
                license,
                kernelVersion,
                btf,
                maps,
                functions,
                changed(programs, change),
                externs,
                jumpTables);
    }

    /** The plan with each map changed, or not, as a caller wants. */
    public LoadPlan withMaps(UnaryOperator<PlannedMap> change) {
        return new LoadPlan(
                name,
                order,
                license,
                kernelVersion,
                btf,
                changed(maps, change),
                functions,
                programs,
                externs,
                jumpTables);
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(list);
        changed.replaceAll(change);
        return changed;
    }
}
