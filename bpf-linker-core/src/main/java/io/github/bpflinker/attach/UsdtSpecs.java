package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of the maps {@code __bpf_usdt_specs} are used by links of this process; by the ids of the maps, which the
 * kernel gives once only. Thread-safe.
 */
final class UsdtSpecs {

    private static final Map<Integer, BitSet> USED = new HashMap<>();

    private UsdtSpecs() {}

    /**
     * Which elements describe what was written.
     *
     * @param ofEach the element of each description; equal ones share one
     * @param taken the elements, once each, which {@link #free} gives back
     */
    record Places(List<Integer> ofEach, List<Integer> taken) {}

    /** Writes descriptions into elements that are free; equal ones into one. */
    static Places write(LoadedMap map, int mapId, List<byte[]> specs) {
        BpfMap<Integer, byte[]> elements =
                BpfMap.of(map, Codecs.int32(), Codecs.bytes(map.shape().valueSize()));
        Map<ByteBuffer, Integer> places = new LinkedHashMap<>();
        List<Integer> ofEach = new ArrayList<>();
        try {
            for (byte[] spec : specs) {
                ByteBuffer content = ByteBuffer.wrap(spec);
                @Nullable Integer known = places.get(content);
                if (known == null) {
                    int place = take(mapId, map.shape().maxEntries());
                    if (place < 0) {
                        throw AttachException.unsuitable("map '" + map.name() + "' is full: it has room for "
                                + map.shape().maxEntries() + " descriptions of arguments; define"
                                + " BPF_USDT_MAX_SPEC_CNT larger before usdt.bpf.h is included");
                    }
                    places.put(content, place);
                    elements.update(place, spec);
                    known = place;
                }
                ofEach.add(known);
            }
            return new Places(List.copyOf(ofEach), List.copyOf(places.values()));
        } catch (AttachException | LoadException e) {
            free(mapId, List.copyOf(places.values()));
            throw e;
        }
    }

    private static synchronized int take(int map, int most) {
        BitSet used = USED.computeIfAbsent(map, id -> new BitSet());
        int place = used.nextClearBit(0);
        if (place >= most) {
            return -1;
        }
        used.set(place);
        return place;
    }

    static synchronized void free(int map, List<Integer> places) {
        BitSet used = USED.getOrDefault(map, new BitSet());
        places.forEach(used::clear);
        if (used.isEmpty()) {
            USED.remove(map);
        }
    }
}
