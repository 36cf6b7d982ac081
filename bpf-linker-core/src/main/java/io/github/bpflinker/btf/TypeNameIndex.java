package io.github.bpflinker.btf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds types by name. */
final class TypeNameIndex {

    private final Map<String, Integer> last;
    /** For each type, the id of the previous type with the same name, or 0. */
    private final int[] previous;

    private final int firstId;

    TypeNameIndex(int firstId, List<BtfType> types) {
        this.firstId = firstId;
        this.last = new HashMap<>(types.size() * 2);
        this.previous = new int[types.size()];
        for (int i = 0; i < previous.length; i++) {
            Integer before = last.put(types.get(i).name(), firstId + i);
            previous[i] = before == null ? 0 : before;
        }
    }

    IntStream ids(String name) {
        return IntStream.iterate(last.getOrDefault(name, 0), id -> id != 0, id -> previous[id - firstId])
                .sorted();
    }
}
