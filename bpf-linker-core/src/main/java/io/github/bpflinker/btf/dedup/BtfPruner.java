package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Renumbered;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out the types that nothing needs: kept is what a function, a variable, a section, or a relocation leads to, and
 * the declaration tags on what is kept.
 */
public final class BtfPruner {

    private final Btf btf;
    private final BitSet kept;
    private final Deque<Integer> open = new ArrayDeque<>();

    private BtfPruner(Btf btf) {
        this.btf = btf;
        this.kept = new BitSet(btf.typeCount());
        kept.set(0, btf.firstId());
    }

    /**
     * Prunes the types of {@code btf}; its base stays whole.
     *
     * @param ext what refers to its types from code; {@link BtfExt#empty()} if there is none
     */
    public static Renumbered prune(Btf btf, BtfExt ext) {
        BtfPruner pruner = new BtfPruner(btf);
        pruner.keepRoots();
        ext.functions().forEach(s -> s.entries().forEach(f -> pruner.keep(f.type())));
        ext.relocations().forEach(s -> s.entries().forEach(r -> pruner.keep(r.type())));
        pruner.keepReachable();
        pruner.keepTags();
        return Renumbered.of(btf, id -> id, pruner.kept::get);
    }

    private void keepRoots() {
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (type instanceof BtfType.Func || type instanceof BtfType.Var || type instanceof BtfType.Datasec) {
                keep(id);
            }
        }
    }

    private void keep(int id) {
        if (!kept.get(id)) {
            kept.set(id);
            open.push(id);
        }
    }

    private void keepReachable() {
        while (!open.isEmpty()) {
            btf.type(open.pop()).forEachReference(this::keep);
        }
    }

    /** A tag may follow or precede what it is on; it leads nowhere else. */
    private void keepTags() {
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.DeclTag tag && tag.type() >= btf.firstId() && kept.get(tag.type())) {
                kept.set(id);
            }
        }
    }
}
