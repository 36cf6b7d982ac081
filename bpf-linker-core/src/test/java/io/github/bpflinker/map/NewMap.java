package io.github.bpflinker.map;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.testing.Root;

/** Maps that tests make, as root only. */
final class NewMap {

    static final int HASH = 1;
    static final int ARRAY = 2;
    static final int PERCPU_HASH = 5;
    static final int PERCPU_ARRAY = 6;
    static final int LRU_HASH = 9;
    static final int LRU_PERCPU_HASH = 10;
    static final int LPM_TRIE = 11;
    static final int ARRAY_OF_MAPS = 12;
    static final int HASH_OF_MAPS = 13;
    static final int QUEUE = 22;
    static final int STACK = 23;
    static final int DEVMAP_HASH = 25;
    static final int BLOOM_FILTER = 30;
    static final int NO_PREALLOC = 1;

    private NewMap() {}

    static KernelMap of(int type, int keySize, int valueSize, int maxEntries) {
        return of(type, keySize, valueSize, maxEntries, 0);
    }

    static KernelMap of(int type, int keySize, int valueSize, int maxEntries, int flags) {
        return KernelMap.create(kernel(), "test", shape(type, keySize, valueSize, maxEntries, flags));
    }

    static MapShape shape(int type, int keySize, int valueSize, int maxEntries, int flags) {
        return new MapShape(type, keySize, valueSize, maxEntries, flags, 0, 0);
    }

    static RunningKernel kernel() {
        Root.require();
        return RunningKernel.ofSystem();
    }
}
