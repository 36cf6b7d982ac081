package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;

/** The base of generated programs. */
public abstract class TypedProgram implements AttachableProgram {

    private final ObjectLinks links;
    private final LoadedProgram program;

    /**
     * Used by generated classes.
     *
     * @throws java.util.NoSuchElementException if the program was not loaded
     */
    protected TypedProgram(ObjectLinks links, String name) {
        this.links = links;
        this.program = links.object().program(name);
    }

    @Override
    public final LoadedProgram loaded() {
        return program;
    }

    @Override
    public final LoadedObject object() {
        return links.object();
    }

    @Override
    public final BpfLink own(BpfLink link) {
        return links.own(link);
    }

    @Override
    public final String toString() {
        return program.toString();
    }
}
