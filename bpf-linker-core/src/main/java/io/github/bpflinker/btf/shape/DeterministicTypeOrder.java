package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.RenumberedBtf;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Numbers forward declarations and type tags after all other types, in the order of their first reference, to make the
 * output deterministic. LLVM adds those that structs point to last, in the iteration order of a map keyed by addresses
 * ({@code FixupDerivedTypes} in {@code BTFDebug.cpp}), which differs between processes.
 */
final class DeterministicTypeOrder {

    private final Btf btf;
    private final IntStream.Builder order = IntStream.builder();
    private final BitSet placed = new BitSet();

    private DeterministicTypeOrder(Btf btf) {
        this.btf = btf;
        placed.set(0);
    }

    static ObjectBtf apply(ObjectBtf object) {
        RenumberedBtf ordered = new DeterministicTypeOrder(object.btf()).run();
        return new ObjectBtf(ordered.btf(), object.ext().remap(ordered.ids()));
    }

    private RenumberedBtf run() {
        int count = btf.typeCount();
        IntStream.range(1, count).filter(id -> !isAddedLast(btf.type(id))).forEach(this::place);
        for (int id = 1; id < count; id++) {
            if (!isAddedLast(btf.type(id))) {
                btf.type(id).forEachReference(this::placeChain);
            }
        }
        // Types that only a relocation references, or nothing, are in LLVM's order.
        IntStream.range(1, count).forEach(this::placeChain);
        return RenumberedBtf.inOrder(btf, order.build().toArray());
    }

    private static boolean isAddedLast(BtfType type) {
        return type instanceof BtfType.Fwd || type instanceof BtfType.TypeTag;
    }

    private void placeChain(int from) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!placed.get(id)) {
                place(id);
                btf.type(id).forEachReference(open::push);
            }
        }
    }

    private void place(int id) {
        placed.set(id);
        order.add(id);
    }
}
