package io.github.bpflinker.typed;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.typed.program.ObjectLinks;

/** A struct of operations that the kernel calls (struct_ops). */
public final class OperationsMap {

    private final LoadedMap map;
    private final ObjectLinks links;

    /**
     * Used by generated classes.
     *
     * @param map a struct_ops map
     */
    public OperationsMap(LoadedMap map, ObjectLinks links) {
        this.map = map;
        this.links = links;
    }

    /** The map. */
    public LoadedMap loaded() {
        return map;
    }

    /** Registers it; see {@link Attach#structOps}. */
    public BpfLink attachStructOps() {
        return links.own(Attach.structOps(map));
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
