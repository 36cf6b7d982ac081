package io.github.bpflinker.load.plan;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The plan for loading an object: all requirements of the object. Immutable; {@code with…} methods return a changed
 * copy. Lists are in the order of libbpf; maps, functions, programs and externs are referenced by index.
 *
 * @param name the name of the object, part of the names of its global data; at most 15 bytes
 * @param order the byte order of code and data
 * @param license the content of section {@code license}, at most 63 bytes; empty if there is none
 * @param kernelVersion the number in section {@code version}, which old kernels require; if absent, the running
 *     kernel's is used
 * @param btf the types, if there are any
 * @param maps those of {@code .maps}, then global data by section, {@code .kconfig}, then structs of operations
 * @param functions by section and place within it
 * @param programs the programs among {@code functions}, in the same order
 * @param externs {@code .kconfig} in the order of the map's value, then {@code .ksyms} by name
 * @param jumpTables the referenced jump tables
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

    /** The entry function of a program. */
    public PlannedFunction entry(PlannedProgram program) {
        return functions.get(program.function());
    }

    /** Returns a copy with {@code change} applied to each program. */
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

    /** Returns a copy with {@code change} applied to each map. */
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
