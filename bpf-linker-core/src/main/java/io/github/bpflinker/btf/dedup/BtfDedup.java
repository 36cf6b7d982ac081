package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.RenumberedBtf;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;

/**
 * Deduplicates types. Two types are equal by the rules of libbpf's {@code btf__dedup}: they and all types that they
 * reference are structurally identical, and a forward declaration is equal to a matching definition. Types with the
 * same name and different definitions are all kept. Of equal types the one with the smallest id is kept; the order of
 * the kept types does not change.
 *
 * <p>Unlike libbpf, it also merges equal structs that occur twice in one compilation unit, as after a link of several
 * crates.
 */
public final class BtfDedup {

    private BtfDedup() {}

    /**
     * Deduplicates the types of {@code btf}; those of its base are kept and replace equal types of {@code btf}.
     *
     * @throws LinkException with {@link Problem#BTF_INVALID} if resolving a forward declaration makes a struct contain
     *     itself
     */
    public static RenumberedBtf dedup(Btf btf) {
        EquivalenceClasses classes = new EquivalenceClasses(btf.firstId(), btf.typeCount());
        LeafDedup leaves = new LeafDedup(btf, classes);
        leaves.merge();
        new CompositeDedup(btf, classes).merge();
        leaves.resolveForwards();
        new ReferenceDedup(btf, classes).merge();
        return RenumberedBtf.of(btf, classes::find, id -> true);
    }
}
