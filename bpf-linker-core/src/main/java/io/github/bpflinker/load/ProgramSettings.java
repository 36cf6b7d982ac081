package io.github.bpflinker.load;

import java.util.Optional;

/** What a caller wants of one program before it is loaded; each method answers with the same object. */
public final class ProgramSettings {

    private Optional<Boolean> load = Optional.empty();
    private Optional<String> section = Optional.empty();
    private int target;

    ProgramSettings() {}

    /** Whether it is loaded; by default it is unless its section begins with {@code ?}. */
    public ProgramSettings load(boolean wanted) {
        load = Optional.of(wanted);
        return this;
    }

    /**
     * Its type and what it is attached to, as if it were in a section of that name.
     *
     * @param name such as {@code xdp}, {@code kprobe/do_exit} or {@code fentry/vfs_read}
     */
    public ProgramSettings section(String name) {
        section = Optional.of(name);
        return this;
    }

    /**
     * The program whose function it is attached to or replaces (sections {@code freplace/FUNCTION},
     * {@code fentry/FUNCTION}, {@code fexit/FUNCTION}). It must be open until this one is loaded.
     */
    public ProgramSettings attachTo(LoadedProgram program) {
        target = program.fd();
        return this;
    }

    Optional<Boolean> load() {
        return load;
    }

    Optional<String> section() {
        return section;
    }

    /** The descriptor of the program that it is attached to; 0 for none. */
    int target() {
        return target;
    }
}
