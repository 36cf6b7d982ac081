package io.github.bpflinker.load;

import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * An object in the kernel: its programs and maps. Closing it closes their descriptors; the kernel then unloads what is
 * neither pinned nor attached nor used by something that is. Whoever forgets to close it gets a warning in the log when the
 * garbage collector finds it. Thread-safe; closing waits for no call of another thread, but what such a call uses stays open
 * until it ends.
 */
public final class LoadedObject implements AutoCloseable {

    private final String name;
    private final Owner owner;
    private final Cleaner.Cleanable cleanable;
    private final List<LoadedProgram> programs;
    private final List<LoadedMap> maps;

    LoadedObject(String name, Owner owner, List<LoadedProgram> programs, List<LoadedMap> maps) {
        this.name = name;
        this.owner = owner;
        this.programs = List.copyOf(programs);
        this.maps = List.copyOf(maps);
        this.cleanable = owner.closeWith(this);
    }

    /** The name that its global data carry in the kernel. */
    public String name() {
        return name;
    }

    /** Those that were loaded, in the order of the object. */
    public List<LoadedProgram> programs() {
        return programs;
    }

    /** Those that were made or taken, in the order of the object, global data among them. */
    public List<LoadedMap> maps() {
        return maps;
    }

    /**
     * The program of a function.
     *
     * @throws NoSuchElementException if there is none of that name, or it was not to be loaded
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
     * The map of a variable; for global data, of a section such as {@code .rodata}.
     *
     * @throws NoSuchElementException if there is none of that name, or it was not to be made
     */
    public LoadedMap map(String variable) {
        return maps.stream()
                .filter(map -> map.name().equals(variable))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("object '" + name + "' has no map '" + variable
                        + "'; it has " + maps.stream().map(LoadedMap::name).toList()));
    }

    /**
     * Pins each program under its name, and each map that is no global data under its own, all or none.
     *
     * @param folder a folder of a BPF file system; made if it is not there
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

    /** Closes all programs and maps. Does nothing if that is done already. */
    @Override
    public void close() {
        owner.close();
        cleanable.clean();
    }

    @Override
    public String toString() {
        return "object '" + name + "' with " + programs.size() + " programs and " + maps.size() + " maps";
    }
}
