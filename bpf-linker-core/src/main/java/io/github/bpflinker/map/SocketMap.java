package io.github.bpflinker.map;

import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.plan.MapTypes;
import java.util.Optional;

/**
 * A map of sockets: {@code sockmap}, {@code sockhash}, {@code reuseport_sockarray}. Sockets are added by descriptor and
 * are removed automatically when they are closed. A view of a map that its owner closes. Thread-safe.
 *
 * @param <K> keys in Java
 */
public final class SocketMap<K> {

    private final OpenMap map;
    private final Codec<K> keys;
    private final int valueSize;

    private SocketMap(OpenMap map, Codec<K> keys, int valueSize) {
        this.map = map;
        this.keys = keys;
        this.valueSize = valueSize;
    }

    /**
     * Creates a view of a map as a map of sockets.
     *
     * @throws IllegalArgumentException if it is not a map of sockets, or the codec and the map have different key sizes
     */
    public static <K> SocketMap<K> of(OpenMap map, Codec<K> keys) {
        Elements elements = new Elements(map);
        MapInfo info = elements.info();
        if (!MapTypes.OF_SOCKETS.contains(info.type())) {
            throw elements.unfit("map of sockets");
        }
        elements.checkSize("keys", keys.size(), info.keySize());
        return new SocketMap<>(map, keys, info.valueSize());
    }

    /** Adds a socket by its descriptor. */
    public void put(K key, int socket) {
        if (valueSize == Integer.BYTES) {
            BpfMap.of(map, keys, Codecs.int32()).update(key, socket);
        } else {
            BpfMap.of(map, keys, Codecs.int64()).update(key, (long) socket);
        }
    }

    /**
     * The kernel's cookie of the socket of a key; empty if there is none.
     *
     * @throws io.github.bpflinker.load.LoadException if the map has values of 4 bytes, which are too small for a cookie
     */
    public Optional<Long> cookie(K key) {
        return valueSize == Integer.BYTES
                ? BpfMap.of(map, keys, Codecs.int32()).lookup(key).map(Integer::toUnsignedLong)
                : BpfMap.of(map, keys, Codecs.int64()).lookup(key);
    }

    /** Removes a socket; false if there is none. */
    public boolean delete(K key) {
        return valueSize == Integer.BYTES
                ? BpfMap.of(map, keys, Codecs.int32()).delete(key)
                : BpfMap.of(map, keys, Codecs.int64()).delete(key);
    }
}
