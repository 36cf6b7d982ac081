package io.github.bpflinker.load;

import java.util.Optional;

/** The settings of a program; each method returns this object. */
public final class ProgramSettings {

    private Optional<Boolean> load = Optional.empty();
    private Optional<String> section = Optional.empty();
    private int target;

    ProgramSettings() {}

    /** Sets whether the program is loaded; by default it is, unless its section begins with {@code ?}. */
    public ProgramSettings load(boolean wanted) {
        load = Optional.of(wanted);
        return this;
    }

    /**
     * Sets the section from which type and attach target are derived.
     *
     * @param name such as {@code xdp}, {@code kprobe/do_exit} or {@code fentry/vfs_read}
     */
    public ProgramSettings section(String name) {
        section = Optional.of(name);
        return this;
    }

    /**
     * Sets the program whose function it is attached to or replaces (sections {@code freplace/FUNCTION}, {@code
     * fentry/FUNCTION}, {@code fexit/FUNCTION}). That must stay open until this one is loaded.
     */
    public ProgramSettings attachTo(LoadedProgram program) {
        target = program.fd();
        return this;
    }

    ProgramSettings copy() {
        ProgramSettings copy = new ProgramSettings();
        copy.load = load;
        copy.section = section;
        copy.target = target;
        return copy;
    }

    Optional<Boolean> load() {
        return load;
    }

    Optional<String> section() {
        return section;
    }

    /** The descriptor of the target program; 0 for none. */
    int target() {
        return target;
    }
}
