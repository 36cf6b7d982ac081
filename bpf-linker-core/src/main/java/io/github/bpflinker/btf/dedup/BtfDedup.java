package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.Renumbered;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;

/**
 * Makes equal types one. What is equal is what libbpf's {@code btf__dedup} takes for equal: the same words, down through
 * all that a type refers to, with forward declarations equal to a definition that fits. Types of one name that
 * contradict each other all stay. Of equal types the one with the least id stays, and the order of those that stay does
 * not change.
 *
 * <p>Unlike libbpf it also finds structs equal of which one file holds two copies, as a link of several crates does.
 */
public final class BtfDedup {

    private BtfDedup() {}

    /**
     * Deduplicates the types of {@code btf}; those of its base stay and are used where they are equal.
     *
     * @throws LinkException with {@link Problem#BTF_INVALID} if a struct contains one that is only declared and that
     *     turns out to be itself
     */
    public static Renumbered dedup(Btf btf) {
        EquivalenceClasses classes = new EquivalenceClasses(btf.firstId(), btf.typeCount());
        LeafDedup leaves = new LeafDedup(btf, classes);
        leaves.merge();
        new CompositeDedup(btf, classes).merge();
        leaves.resolveForwards();
        new ReferenceDedup(btf, classes).merge();
        return Renumbered.of(btf, classes::find, id -> true);
    }
}
