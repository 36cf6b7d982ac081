package io.github.bpflinker.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BpfMapTest {

    private static BpfMap<Integer, Long> numbers(KernelMap map) {
        return BpfMap.of(map, Codecs.int32(), Codecs.int64());
    }

    @Test
    void readsWritesAndRemoves() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 10)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            assertThat(numbers.lookup(1)).isEmpty();
            numbers.update(1, 10L);
            assertThat(numbers.insert(1, 11L)).isFalse();
            assertThat(numbers.insert(2, 20L)).isTrue();
            assertThat(numbers.replace(3, 30L)).isFalse();
            assertThat(numbers.replace(1, 12L)).isTrue();
            assertThat(numbers.lookup(1)).contains(12L);
            assertThat(numbers.lookupAndDelete(1)).contains(12L);
            assertThat(numbers.lookupAndDelete(1)).isEmpty();
            assertThat(numbers.delete(2)).isTrue();
            assertThat(numbers.delete(2)).isFalse();
            assertThatThrownBy(() -> numbers.update(2, 0L, Update.EXISTING))
                    .hasMessageContaining("the key is not there");
            numbers.update(2, 0L);
            assertThatThrownBy(() -> numbers.update(2, 0L, Update.NEW))
                    .hasMessageContaining("the key is there already");
        }
    }

    @Test
    void saysThatAMapIsFull() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 2);
                KernelMap array = NewMap.of(NewMap.ARRAY, 4, 8, 2);
                KernelMap trie = NewMap.of(NewMap.LPM_TRIE, 8, 8, 1, NewMap.NO_PREALLOC)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            assertThatThrownBy(() -> numbers.updateAll(Map.of(1, 1L, 2, 2L, 3, 3L)))
                    .isInstanceOfSatisfying(LoadException.class, e -> assertThat(e.problem())
                            .isInstanceOfSatisfying(LoadProblem.MapFull.class, full -> assertThat(full.maxEntries())
                                    .isEqualTo(2)))
                    .hasMessage(
                            "map 'test' is full: it holds max_entries, 2, and no more (E2BIG); delete entries, or load"
                                    + " it with a larger max_entries");
            assertThatThrownBy(() -> numbers(array).update(2, 0L)).hasMessageContaining("it has the elements 0 to 1");
            BpfMap<Prefix, Long> prefixes = BpfMap.of(trie, Codecs.prefix(4), Codecs.int64());
            prefixes.update(new Prefix(8, new byte[] {10, 0, 0, 0}), 1L);
            assertThatThrownBy(() -> prefixes.update(new Prefix(8, new byte[] {11, 0, 0, 0}), 1L))
                    .hasMessageContaining("is full", "ENOSPC");
        }
    }

    @Test
    void refusesCodecsOfOtherSizesAndTypesWithoutKeys() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 4, 2);
                KernelMap queue = NewMap.of(NewMap.QUEUE, 0, 4, 2);
                KernelMap processors = NewMap.of(NewMap.PERCPU_ARRAY, 4, 8, 2)) {
            assertThatThrownBy(() -> numbers(map))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a codec for values of 8 bytes for map 'test', whose values have 4");
            assertThatThrownBy(() -> BpfMap.ofBytes(queue))
                    .hasMessageContaining("is of type queue, and no map with keys");
            assertThatThrownBy(() -> numbers(processors)).hasMessageContaining("see ofProcessors");
        }
    }

    @Test
    void hasAValueForEachProcessor() {
        try (KernelMap map = NewMap.of(NewMap.PERCPU_HASH, 4, 4, 4)) {
            BpfMap<Integer, List<Integer>> values = BpfMap.ofProcessors(map, Codecs.int32(), Codecs.int32());
            int processors = NewMap.kernel().possibleCpus();
            List<Integer> written = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                written.add(100 + i);
            }
            values.update(7, written);
            assertThat(values.lookup(7)).contains(written);
            assertThat(values.entries().next().getValue()).isEqualTo(written);
            assertThatThrownBy(() -> values.update(7, Collections.nCopies(processors + 1, 0)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void findsTheLongestPrefix() throws UnknownHostException {
        try (KernelMap map = NewMap.of(NewMap.LPM_TRIE, 8, 8, 10, NewMap.NO_PREALLOC)) {
            BpfMap<Prefix, Long> routes = BpfMap.of(map, Codecs.prefix(4), Codecs.int64());
            routes.update(Prefix.of(InetAddress.getByName("10.0.0.0"), 8), 8L);
            routes.update(Prefix.of(InetAddress.getByName("10.1.0.0"), 16), 16L);
            assertThat(routes.lookup(Prefix.of(InetAddress.getByName("10.1.2.3"))))
                    .contains(16L);
            assertThat(routes.lookup(Prefix.of(InetAddress.getByName("10.2.2.3"))))
                    .contains(8L);
            assertThat(routes.lookup(Prefix.of(InetAddress.getByName("11.2.2.3"))))
                    .isEmpty();
            assertThat(routes.entries()).toIterable().hasSize(2);
            assertThat(routes.iteratesExactly()).isFalse();
            assertThatThrownBy(routes::asMap).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void queuesAndStacks() {
        try (KernelMap first = NewMap.of(NewMap.QUEUE, 0, 8, 2);
                KernelMap last = NewMap.of(NewMap.STACK, 0, 8, 2)) {
            BpfQueue<Long> queue = BpfQueue.of(first, Codecs.int64());
            BpfQueue<Long> stack = BpfQueue.of(last, Codecs.int64());
            assertThat(queue.pop()).isEmpty();
            queue.push(1L);
            queue.push(2L);
            assertThat(queue.offer(3L)).isFalse();
            assertThatThrownBy(() -> queue.push(3L)).hasMessageContaining("is full");
            queue.pushReplacing(3L);
            assertThat(queue.peek()).contains(2L);
            assertThat(queue.pop()).contains(2L);
            stack.push(1L);
            stack.push(2L);
            assertThat(stack.pop()).contains(2L);
            assertThat(stack.pop()).contains(1L);
        }
    }

    @Test
    void mapsOfMapsTakeAndGiveMaps() {
        try (KernelMap inner = NewMap.of(NewMap.ARRAY, 4, 8, 3);
                KernelMap other = NewMap.of(NewMap.ARRAY, 4, 4, 3);
                KernelMap outer = KernelMap.create(
                        NewMap.kernel(), "outer", NewMap.shape(NewMap.HASH_OF_MAPS, 4, 4, 2, 0), inner)) {
            MapOfMaps<Integer> maps = MapOfMaps.of(outer, Codecs.int32());
            maps.put(5, inner);
            numbers(inner).update(1, 99L);
            try (KernelMap found = maps.open(5).orElseThrow()) {
                assertThat(numbers(found).lookup(1)).contains(99L);
            }
            assertThat(maps.id(5)).contains(inner.info().id());
            assertThatThrownBy(() -> maps.put(6, other)).isInstanceOf(LoadException.class);
            assertThat(maps.delete(5)).isTrue();
            assertThat(maps.open(5)).isEmpty();
        }
    }

    @Test
    void bloomFiltersForgetNothing() {
        try (KernelMap map = NewMap.of(NewMap.BLOOM_FILTER, 0, 4, 1000)) {
            BpfBloomFilter<Integer> filter = BpfBloomFilter.of(map, Codecs.int32());
            for (int i = 0; i < 1000; i++) {
                filter.add(i);
            }
            int wrong = 0;
            for (int i = 0; i < 1000; i++) {
                assertThat(filter.mayContain(i)).isTrue();
                wrong += filter.mayContain(i + 1_000_000) ? 1 : 0;
            }
            assertThat(wrong).isLessThan(500);
        }
    }

    @Test
    void isAMapOfTheJdk() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 10_000)) {
            Map<Integer, Long> view = numbers(map).asMap();
            Map<Integer, Long> model = new HashMap<>();
            for (int i = 0; i < 5000; i++) {
                model.put(i, (long) i * i);
            }
            numbers(map).updateAll(model);
            assertThat(view).isEqualTo(model).hasSize(5000).containsEntry(7, 49L);
            assertThat(view.put(7, 50L)).isEqualTo(49L);
            assertThat(view.putIfAbsent(7, 51L)).isEqualTo(50L);
            assertThat(view.remove(7)).isEqualTo(50L);
            Object foreign = "no key of it";
            assertThat(view.get(foreign)).isNull();
            assertThat(view.merge(8, 1L, Long::sum)).isEqualTo(65);
            view.entrySet().removeIf(each -> each.getKey() >= 10);
            assertThat(view).containsOnlyKeys(0, 1, 2, 3, 4, 5, 6, 8, 9).contains(entry(8, 65L));
            view.replaceAll((key, value) -> value + 1);
            assertThat(view).contains(entry(8, 66L));
            view.clear();
            assertThat(view).isEmpty();
            assertThatThrownBy(() -> BpfMap.ofBytes(map).asMap().put(new byte[4], new byte[8]))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void streamsElementsWhileTheyComeAndGo() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 20_000)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            Map<Integer, Long> model = new HashMap<>();
            for (int i = 0; i < 20_000; i++) {
                model.put(i, (long) i);
            }
            Map<Integer, Long> view = numbers.asMap();
            for (Collection<?> part : List.of(view.entrySet(), view.keySet(), view.values())) {
                numbers.updateAll(model);
                assertThat(part.stream().toArray()).hasSize(20_000);
                AtomicBoolean removed = new AtomicBoolean();
                Object[] seen = part.stream()
                        .peek(each -> {
                            if (!removed.getAndSet(true)) {
                                numbers.deleteAll(model.keySet());
                            }
                        })
                        .toArray();
                assertThat(seen).hasSizeBetween(1, 19_999);
            }
        }
    }

    @Test
    void drainsLosingNothing() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 100_000)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 20_000; i++) {
                    numbers.update(i, 1L);
                }
            });
            writer.start();
            Map<Integer, Long> drained = new HashMap<>();
            while (writer.isAlive()) {
                numbers.drain((key, value) -> drained.merge(key, value, Long::sum));
            }
            writer.join();
            numbers.drain((key, value) -> drained.merge(key, value, Long::sum));
            assertThat(drained).hasSize(20_000).allSatisfy((key, value) -> assertThat(value)
                    .isEqualTo(1L));
            assertThat(numbers.entries()).isExhausted();
        }
    }

    /** With another thread that adds, replaces and removes elements all the time. */
    @Test
    void neitherMissesNorRepeatsWhatStays() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 20_000)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            Map<Integer, Long> staying = new HashMap<>();
            for (int i = 0; i < 5000; i++) {
                staying.put(i, 1L);
            }
            numbers.updateAll(staying);
            AtomicBoolean stop = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                for (int i = 0; !stop.get(); i++) {
                    numbers.update(5000 + i % 5000, 2L);
                    numbers.update(i % 5000, 3L);
                    numbers.delete(5000 + (i + 2500) % 5000);
                }
            });
            writer.start();
            try {
                assertThat(numbers.iteratesExactly()).isTrue();
                for (int round = 0; round < 20; round++) {
                    List<Integer> keys = new ArrayList<>();
                    numbers.forEach((key, value) -> keys.add(key));
                    Set<Integer> distinct = new HashSet<>(keys);
                    assertThat(keys).hasSize(distinct.size());
                    assertThat(distinct).containsAll(staying.keySet());
                }
            } finally {
                stop.set(true);
                writer.join();
            }
        }
    }

    @Test
    void freezesAndPins() throws IOException {
        Path pin = Path.of("/sys/fs/bpf/maps_test_" + ProcessHandle.current().pid());
        try (KernelMap map = NewMap.of(NewMap.ARRAY, 4, 8, 1)) {
            BpfMap<Integer, Long> numbers = numbers(map);
            numbers.update(0, 5L);
            numbers.freeze();
            assertThatThrownBy(() -> numbers.update(0, 6L)).hasMessageContaining("the map is frozen");
            assertThat(map.descriptor().facts()).containsEntry("frozen", "1").containsKey("memlock");
            numbers.pin(pin);
            try (KernelMap again = KernelMap.ofPin(NewMap.kernel(), pin)) {
                assertThat(again.info().id()).isEqualTo(map.info().id());
                assertThat(numbers(again).lookup(0)).contains(5L);
            }
        } finally {
            Files.deleteIfExists(pin);
        }
        assertThatThrownBy(() -> KernelMap.ofPin(NewMap.kernel(), pin))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("there is none");
    }

    @Test
    void closedMapsAreRefused() {
        KernelMap map = NewMap.of(NewMap.HASH, 4, 8, 1);
        BpfMap<Integer, Long> numbers = numbers(map);
        map.close();
        map.close();
        assertThatThrownBy(() -> numbers.lookup(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> numbers.entries().hasNext()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void codecsOfText() {
        try (KernelMap map = NewMap.of(NewMap.HASH, 16, 2, 3)) {
            BpfMap<String, Short> names = BpfMap.of(map, Codecs.text(16), Codecs.int16());
            names.update("größe", (short) 1);
            names.update("sixteen letters!", (short) 2);
            Map<String, Short> read = new HashMap<>();
            names.forEach(read::put);
            assertThat(read).containsOnly(entry("größe", (short) 1), entry("sixteen letters!", (short) 2));
            assertThatThrownBy(() -> names.lookup("seventeen letters"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("takes 17 bytes, and there are 16");
        }
    }
}
