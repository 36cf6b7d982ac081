package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of the maps {@code __bpf_usdt_specs} are used by links of this process; by the ids of the maps, which the
 * kernel gives once only. Thread-safe.
 */
final class UsdtSpecs {

    private static final Map<Integer, BitSet> USED = new HashMap<>();

    private UsdtSpecs() {}

    /**
     * Writes descriptions into elements that are free.
     *
     * @return the places of them, which {@link #free} gives back
     */
    static List<Integer> write(LoadedMap map, int mapId, List<byte[]> specs) {
        BpfMap<Integer, byte[]> elements =
                BpfMap.of(map, Codecs.int32(), Codecs.bytes(map.shape().valueSize()));
        List<Integer> places = new ArrayList<>();
        try {
            for (byte[] spec : specs) {
                int place = take(mapId, map.shape().maxEntries());
                if (place < 0) {
                    throw AttachException.unsuitable("map '" + map.name() + "' is full: it describes "
                            + map.shape().maxEntries()
                            + " places; define BPF_USDT_MAX_SPEC_CNT larger before usdt.bpf.h is included");
                }
                places.add(place);
                elements.update(place, spec);
            }
            return places;
        } catch (AttachException | LoadException e) {
            free(mapId, places);
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
