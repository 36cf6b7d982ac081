package io.github.bpflinker.load;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.load.plan.LoadPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A loaded object: its programs and maps. Closing it closes their descriptors; the kernel then unloads everything that
 * is not pinned, attached, or used by something that is. If it is not closed, a warning is logged when it is
 * garbage-collected. Thread-safe. Closing does not wait for concurrent calls; descriptors that such a call uses stay
 * open until it returns.
 */
public final class LoadedObject implements AutoCloseable {

    private final LoadPlan plan;
    private final String name;
    private final Owner owner;
    private final List<LoadedProgram> programs;
    private final List<LoadedMap> maps;

    LoadedObject(LoadPlan plan, Owner owner, List<LoadedProgram> programs, List<LoadedMap> maps) {
        this.plan = plan;
        this.name = plan.name();
        this.owner = owner;
        this.programs = List.copyOf(programs);
        this.maps = List.copyOf(maps);
    }

    /** The name of the object, which is part of the names of its global data in the kernel. */
    public String name() {
        return name;
    }

    /**
     * The types that the object has for its maps, variables and functions: what the ids of a {@link LoadedMap#plan()} refer
     * to. Empty if it was made without BTF. They are read at each call.
     */
    public Optional<Btf> types() {
        return plan.btf().map(planned -> BtfReader.read(name, planned.image().buffer()));
    }

    /** The loaded programs, in the order of the object. */
    public List<LoadedProgram> programs() {
        return programs;
    }

    /** The created or reused maps, in the order of the object, including global data. */
    public List<LoadedMap> maps() {
        return maps;
    }

    /**
     * Returns a program by the name of its function.
     *
     * @throws NoSuchElementException if there is none of that name, or it was not loaded
     */
    public LoadedProgram program(String function) {
        return programs.stream()
                .filter(program -> program.name().equals(function))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(
                        "object '" + name + "' has no loaded program '" + function + "'; it has "
                                + programs.stream().map(LoadedProgram::name).toList()));
    }

    /**
     * Returns a map by the name of its variable or, for global data, of its section, such as {@code .rodata}.
     *
     * @throws NoSuchElementException if there is none of that name, or it was not created
     */
    public LoadedMap map(String variable) {
        return maps.stream()
                .filter(map -> map.name().equals(variable))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("object '" + name + "' has no map '" + variable
                        + "'; it has " + maps.stream().map(LoadedMap::name).toList()));
    }

    /**
     * Pins all programs, and all maps except global data, by their names. If this fails, nothing stays pinned.
     *
     * @param folder a directory in a BPF file system, created if missing
     * @throws LoadException if something can't be pinned
     */
    public void pin(Path folder) {
        PinnedTogether pins = new PinnedTogether();
        try {
            for (LoadedProgram program : programs) {
                pins.add(folder.resolve(PinnedTogether.name(program.name())), program::pin);
            }
            for (LoadedMap map : maps) {
                if (!map.plan().kind().isGlobalData()) {
                    pins.add(folder.resolve(PinnedTogether.name(map.name())), map::pin);
                }
            }
        } catch (LoadException e) {
            pins.undo();
            throw e;
        }
    }

    /** Closes all programs and maps. Has no effect if the object is already closed. */
    @Override
    public void close() {
        owner.close();
    }

    @Override
    public String toString() {
        return "object '" + name + "' with " + programs.size() + " programs and " + maps.size() + " maps";
    }
}
