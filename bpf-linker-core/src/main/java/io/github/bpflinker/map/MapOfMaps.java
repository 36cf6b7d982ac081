package io.github.bpflinker.map;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.MapTypes;
import java.util.Optional;

/**
 * An array or hash of maps. A view of a map that its owner closes. Thread-safe.
 *
 * @param <K> keys in Java
 */
public final class MapOfMaps<K> {

    private final BpfMap<K, Integer> map;
    private final RunningKernel kernel;

    private MapOfMaps(BpfMap<K, Integer> map, RunningKernel kernel) {
        this.map = map;
        this.kernel = kernel;
    }

    /**
     * Creates a view of a map as a map of maps.
     *
     * @throws IllegalArgumentException if it is not a map of maps, or the codec and the map have different key sizes
     */
    public static <K> MapOfMaps<K> of(OpenMap map, Codec<K> keys) {
        BpfMap<K, Integer> ids = BpfMap.of(map, keys, Codecs.int32());
        if (!MapTypes.OF_MAPS.contains(ids.info().type())) {
            throw ids.elements().unfit("map of maps");
        }
        return new MapOfMaps<>(ids, map.descriptor().kernel());
    }

    /**
     * Sets the inner map of a key. The kernel rejects one that is not compatible with the template of the outer map.
     */
    public void put(K key, OpenMap inner) {
        inner.descriptor().call(fd -> {
            map.update(key, fd);
            return 0;
        });
    }

    /**
     * Opens the inner map of a key, which the caller must close. Requires CAP_SYS_ADMIN, because the kernel returns
     * only its id.
     */
    public Optional<KernelMap> open(K key) {
        return id(key).map(id -> KernelMap.ofId(kernel, id));
    }

    /** The id of the inner map of a key. */
    public Optional<Integer> id(K key) {
        return map.lookup(key);
    }

    /** Removes the inner map of a key; false if there is none. */
    public boolean delete(K key) {
        return map.delete(key);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
