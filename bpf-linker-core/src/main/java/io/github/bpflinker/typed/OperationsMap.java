package io.github.bpflinker.typed;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedMap;

/** A struct of operations that the kernel calls (struct_ops). */
public final class OperationsMap {

    private final LoadedMap map;

    /** @param map a struct_ops map */
    public OperationsMap(LoadedMap map) {
        this.map = map;
    }

    /** The map. */
    public LoadedMap loaded() {
        return map;
    }

    /** Registers it; see {@link Attach#structOps}. */
    public BpfLink attachStructOps() {
        return Attach.structOps(map);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
