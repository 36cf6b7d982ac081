package io.github.bpflinker.map;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.host.RunningKernel;
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
     * A map as a map of maps.
     *
     * @throws IllegalArgumentException if it is none, or its keys have another size
     */
    public static <K> MapOfMaps<K> of(OpenMap map, Codec<K> keys) {
        BpfMap<K, Integer> ids = BpfMap.of(map, keys, Codecs.int32());
        if (!MapTypes.OF_MAPS.contains(ids.info().type())) {
            throw ids.elements().unfit("map of maps");
        }
        return new MapOfMaps<>(ids, map.descriptor().kernel());
    }

    /** Sets the map of a key. The kernel refuses one that does not look like those that the outer map was made for. */
    public void put(K key, OpenMap inner) {
        inner.descriptor().call(fd -> {
            map.update(key, fd);
            return 0;
        });
    }

    /** Opens the map of a key, which the caller closes. Needs CAP_SYS_ADMIN, because the kernel tells its id only. */
    public Optional<KernelMap> open(K key) {
        return id(key).map(id -> KernelMap.ofId(kernel, id));
    }

    /** The id of the map of a key. */
    public Optional<Integer> id(K key) {
        return map.lookup(key);
    }

    /** Takes the map of a key out; false if there is none. */
    public boolean delete(K key) {
        return map.delete(key);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
