package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.RenumberedBtf;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Removes unreachable types. The roots are functions, variables, sections and the types of CO-RE relocations;
 * declaration tags are kept if their target is.
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
     * Prunes the types of {@code btf}; its base is not changed.
     *
     * @param ext the records of the code that reference types; {@link BtfExt#empty()} if there are none
     */
    public static RenumberedBtf prune(Btf btf, BtfExt ext) {
        BtfPruner pruner = new BtfPruner(btf);
        pruner.keepRoots();
        ext.functions().forEach(s -> s.entries().forEach(f -> pruner.keep(f.type())));
        ext.relocations().forEach(s -> s.entries().forEach(r -> pruner.keep(r.type())));
        pruner.keepReachable();
        pruner.keepTags();
        return RenumberedBtf.of(btf, id -> id, pruner.kept::get);
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

    /**
     * Keeps the tags of kept types. A tag can have a smaller or larger id than its target, which is the only type it
     * references.
     */
    private void keepTags() {
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.DeclTag tag && tag.type() >= btf.firstId() && kept.get(tag.type())) {
                kept.set(id);
            }
        }
    }
}
