package io.github.bpflinker.typed.program;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;

/** The base of generated programs. */
public abstract class TypedProgram implements ProgramHandle {

    private final LoadedObject object;
    private final LoadedProgram program;

    /**
     * Used by generated classes.
     *
     * @throws java.util.NoSuchElementException if the program was not loaded
     */
    protected TypedProgram(LoadedObject object, String name) {
        this.object = object;
        this.program = object.program(name);
    }

    @Override
    public final LoadedProgram loaded() {
        return program;
    }

    @Override
    public final LoadedObject object() {
        return object;
    }

    @Override
    public final String toString() {
        return program.toString();
    }
}
