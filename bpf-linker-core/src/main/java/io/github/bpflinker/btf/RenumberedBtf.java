package io.github.bpflinker.btf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * BTF that was derived from other BTF by removing, merging or reordering types.
 *
 * @param ids maps the type ids of the original to those of {@code btf}
 */
public record RenumberedBtf(Btf btf, IdMap ids) {

    /**
     * Keeps some types of {@code old}, in their order; the base stays as it is.
     *
     * @param representative maps each type to its replacement; a type that is kept maps to itself
     * @param keep selects the representatives to keep; it must include every type that a kept one references
     */
    public static RenumberedBtf of(Btf old, IntUnaryOperator representative, IntPredicate keep) {
        int first = old.firstId();
        int count = old.typeCount();
        int[] ids = new int[count];
        Arrays.setAll(ids, id -> id < first ? id : -1);
        int next = first;
        for (int id = first; id < count; id++) {
            if (representative.applyAsInt(id) == id && keep.test(id)) {
                ids[id] = next++;
            }
        }
        List<BtfType> types = new ArrayList<>(next - first);
        for (int id = first; id < count; id++) {
            if (ids[id] >= 0) {
                types.add(old.type(id).withReferences(reference -> ids[representative.applyAsInt(reference)]));
            }
        }
        int[] all = new int[count];
        Arrays.setAll(all, id -> id < first ? id : ids[representative.applyAsInt(id)]);
        Btf btf = old.base()
                .map(base -> Btf.split(old.name(), base, types))
                .orElseGet(() -> Btf.of(old.name(), old.order(), types));
        return new RenumberedBtf(btf, IdMap.of(all));
    }

    /**
     * Reorders the types of {@code old}, which must not be split BTF.
     *
     * @param order the ids of all its types, each once
     */
    public static RenumberedBtf inOrder(Btf old, int[] order) {
        int[] ids = new int[old.typeCount()];
        for (int i = 0; i < order.length; i++) {
            ids[order[i]] = i + 1;
        }
        List<BtfType> types = new ArrayList<>(order.length);
        for (int id : order) {
            types.add(old.type(id).withReferences(reference -> ids[reference]));
        }
        return new RenumberedBtf(Btf.of(old.name(), old.order(), types), IdMap.of(ids));
    }
}
