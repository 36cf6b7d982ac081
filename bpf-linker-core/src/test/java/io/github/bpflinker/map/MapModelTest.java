package io.github.bpflinker.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations at random on a map and on a model in Java, which must answer alike, while another thread writes keys that the
 * model does not know.
 */
class MapModelTest {

    private static final int OPERATIONS = 100_000;
    private static final int KEYS = 300;
    private static final int FOREIGN = 1_000_000;
    private static final long SEED = 42;

    /** What the other thread does, again and again, until the operations are done. */
    private static void whileWriting(Runnable other, Runnable operations) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread writer = new Thread(() -> {
            while (!stop.get() && failure.get() == null) {
                other.run();
                Thread.onSpinWait();
            }
        });
        writer.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        writer.start();
        try {
            operations.run();
        } finally {
            stop.set(true);
            writer.join();
        }
        assertThat(failure.get()).isNull();
    }

    /** Values are made of a number by {@code value}. */
    private static <V> void compare(BpfMap<Integer, V> map, LongFunction<V> value) throws InterruptedException {
        Random foreign = new Random(SEED + 1);
        whileWriting(
                () -> {
                    int key = FOREIGN + foreign.nextInt(100);
                    map.update(key, value.apply(foreign.nextLong()));
                    map.delete(FOREIGN + foreign.nextInt(100));
                },
                () -> operate(map, value));
    }

    private static <V> void operate(BpfMap<Integer, V> map, LongFunction<V> value) {
        Map<Integer, V> model = new HashMap<>();
        Random random = new Random(SEED);
        for (int i = 0; i < OPERATIONS; i++) {
            int key = random.nextInt(KEYS);
            V next = value.apply(random.nextLong());
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    map.update(key, next);
                    model.put(key, next);
                }
                case 2 -> assertThat(map.insert(key, next)).isEqualTo(model.putIfAbsent(key, next) == null);
                case 3 -> assertThat(map.replace(key, next)).isEqualTo(model.replace(key, next) != null);
                case 4 -> assertThat(map.delete(key)).isEqualTo(model.remove(key) != null);
                case 5 -> assertThat(map.lookupAndDelete(key)).isEqualTo(Optional.ofNullable(model.remove(key)));
                default -> assertThat(map.lookup(key)).isEqualTo(Optional.ofNullable(model.get(key)));
            }
            if (i % 5000 == 0) {
                assertThat(own(map)).isEqualTo(model);
                Map<Integer, V> many = new HashMap<>();
                for (int k = 0; k < 50; k++) {
                    many.put(random.nextInt(KEYS), value.apply(random.nextLong()));
                }
                map.updateAll(many);
                model.putAll(many);
            }
        }
        assertThat(own(map)).isEqualTo(model);
        assertThat(map.deleteAll(new ArrayList<>(model.keySet()))).isEqualTo(model.size());
        assertThat(own(map)).isEmpty();
    }

    private static <V> Map<Integer, V> own(BpfMap<Integer, V> map) {
        Map<Integer, V> found = new HashMap<>();
        map.forEach((key, value) -> {
            if (key < FOREIGN) {
                assertThat(found.put(key, value)).isNull();
            }
        });
        return found;
    }

    private static List<Long> processors(long number) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < NewMap.kernel().possibleCpus(); i++) {
            values.add(number + i);
        }
        return values;
    }

    private static void hash(int type, int flags) throws InterruptedException {
        try (KernelMap map = NewMap.of(type, 4, 8, 4096, flags)) {
            compare(BpfMap.of(map, Codecs.int32(), Codecs.int64()), number -> number);
        }
    }

    private static void hashOfProcessors(int type) throws InterruptedException {
        try (KernelMap map = NewMap.of(type, 4, 8, 4096)) {
            compare(BpfMap.ofProcessors(map, Codecs.int32(), Codecs.int64()), MapModelTest::processors);
        }
    }

    @Test
    void hash() throws InterruptedException {
        hash(NewMap.HASH, 0);
    }

    @Test
    void hashWithoutPreallocation() throws InterruptedException {
        hash(NewMap.HASH, NewMap.NO_PREALLOC);
    }

    /** Large enough to evict nothing. */
    @Test
    void lruHash() throws InterruptedException {
        hash(NewMap.LRU_HASH, 0);
    }

    @Test
    void hashOfProcessors() throws InterruptedException {
        hashOfProcessors(NewMap.PERCPU_HASH);
    }

    @Test
    void lruHashOfProcessors() throws InterruptedException {
        hashOfProcessors(NewMap.LRU_PERCPU_HASH);
    }

    private static <V> void compareArray(BpfMap<Integer, V> map, LongFunction<V> value) throws InterruptedException {
        Random foreign = new Random(SEED + 1);
        List<V> model = new ArrayList<>(Collections.nCopies(KEYS, value.apply(0)));
        for (int i = 0; i < KEYS; i++) {
            map.update(i, model.get(i));
        }
        whileWriting(() -> map.update(KEYS + foreign.nextInt(100), value.apply(foreign.nextLong())), () -> {
            Random random = new Random(SEED);
            for (int i = 0; i < OPERATIONS; i++) {
                int key = random.nextInt(KEYS);
                if (random.nextBoolean()) {
                    V next = value.apply(random.nextLong());
                    map.update(key, next);
                    model.set(key, next);
                } else {
                    assertThat(map.lookup(key)).contains(model.get(key));
                }
                if (i % 5000 == 0) {
                    List<V> read = new ArrayList<>();
                    map.forEach((at, each) -> read.add(each));
                    assertThat(read).hasSize(KEYS + 100).startsWith(toArray(model));
                    assertThat(map.insert(key, model.get(key))).isFalse();
                    assertThat(map.lookup(KEYS + 100)).isEmpty();
                }
            }
        });
    }

    private static <V> V[] toArray(List<V> list) {
        @SuppressWarnings("unchecked")
        V[] array = (V[]) list.toArray();
        return array;
    }

    @Test
    void array() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.ARRAY, 4, 8, KEYS + 100)) {
            compareArray(BpfMap.of(map, Codecs.int32(), Codecs.int64()), number -> number);
        }
    }

    @Test
    void arrayOfProcessors() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.PERCPU_ARRAY, 4, 8, KEYS + 100)) {
            compareArray(BpfMap.ofProcessors(map, Codecs.int32(), Codecs.int64()), MapModelTest::processors);
        }
    }

    @Test
    void prefixes() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.LPM_TRIE, 8, 8, 4096, NewMap.NO_PREALLOC)) {
            BpfMap<Prefix, Long> trie = BpfMap.of(map, Codecs.prefix(4), Codecs.int64());
            Random foreign = new Random(SEED + 1);
            Map<Prefix, Long> model = new HashMap<>();
            Random random = new Random(SEED);
            whileWriting(
                    () -> {
                        trie.update(prefix(foreign, 99), foreign.nextLong());
                        trie.delete(prefix(foreign, 99));
                    },
                    () -> {
                        for (int i = 0; i < OPERATIONS; i++) {
                            Prefix key = prefix(random, 10);
                            long value = random.nextLong();
                            switch (random.nextInt(4)) {
                                case 0 -> {
                                    trie.update(key, value);
                                    model.put(key, value);
                                }
                                case 1 -> assertThat(trie.delete(key)).isEqualTo(model.remove(key) != null);
                                default -> assertThat(trie.lookup(key)).isEqualTo(longest(model, key));
                            }
                        }
                    });
            Map<Prefix, Long> read = new HashMap<>();
            trie.forEach((key, value) -> {
                if (key.address()[0] == 10) {
                    assertThat(read.put(key, value)).isNull();
                }
            });
            assertThat(read).isEqualTo(model);
        }
    }

    private static Prefix prefix(Random random, int first) {
        return new Prefix(8 + random.nextInt(9), new byte[] {(byte) first, (byte) random.nextInt(64), 0, 0});
    }

    private static Optional<Long> longest(Map<Prefix, Long> model, Prefix wanted) {
        return model.entrySet().stream()
                .filter(each -> each.getKey().length() <= wanted.length()
                        && new Prefix(each.getKey().length(), wanted.address()).equals(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static void order(int type, boolean last) throws InterruptedException {
        try (KernelMap map = NewMap.of(type, 0, 8, 100);
                KernelMap other = NewMap.of(type, 0, 8, 100)) {
            BpfQueue<Long> queue = BpfQueue.of(map, Codecs.int64());
            BpfQueue<Long> busy = BpfQueue.of(other, Codecs.int64());
            Deque<Long> model = new ArrayDeque<>();
            Random random = new Random(SEED);
            whileWriting(() -> busy.pushReplacing(1L), () -> {
                for (int i = 0; i < OPERATIONS; i++) {
                    long value = random.nextLong();
                    switch (random.nextInt(5)) {
                        case 0, 1 -> {
                            boolean room = model.size() < 100;
                            assertThat(queue.offer(value)).isEqualTo(room);
                            if (room) {
                                model.addLast(value);
                            }
                        }
                        case 2 -> {
                            queue.pushReplacing(value);
                            if (model.size() == 100) {
                                model.removeFirst();
                            }
                            model.addLast(value);
                        }
                        case 3 ->
                            assertThat(queue.pop())
                                    .isEqualTo(Optional.ofNullable(last ? model.pollLast() : model.pollFirst()));
                        default ->
                            assertThat(queue.peek())
                                    .isEqualTo(Optional.ofNullable(last ? model.peekLast() : model.peekFirst()));
                    }
                }
            });
        }
    }

    @Test
    void queue() throws InterruptedException {
        order(NewMap.QUEUE, false);
    }

    @Test
    void stack() throws InterruptedException {
        order(NewMap.STACK, true);
    }

    @Test
    void bloomFilter() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.BLOOM_FILTER, 0, 8, 100_000)) {
            BpfBloomFilter<Long> filter = BpfBloomFilter.of(map, Codecs.int64());
            Set<Long> model = new HashSet<>();
            Random random = new Random(SEED);
            Random foreign = new Random(SEED + 1);
            int[] wrong = {0};
            whileWriting(() -> filter.add(-1L - foreign.nextInt(1000)), () -> {
                for (int i = 0; i < OPERATIONS; i++) {
                    long value = random.nextInt(1_000_000);
                    if (random.nextInt(3) == 0) {
                        filter.add(value);
                        model.add(value);
                    } else if (model.contains(value)) {
                        assertThat(filter.mayContain(value)).isTrue();
                    } else {
                        wrong[0] += filter.mayContain(value) ? 1 : 0;
                    }
                }
            });
            assertThat(wrong[0]).isLessThan(OPERATIONS / 10);
        }
    }

    /** All values are the same interface: the loopback one. */
    @Test
    void interfaces() throws InterruptedException {
        try (KernelMap map = NewMap.of(NewMap.DEVMAP_HASH, 4, 4, 4096)) {
            BpfMap<Integer, Integer> devices = BpfMap.of(map, Codecs.int32(), Codecs.int32());
            Random foreign = new Random(SEED + 1);
            whileWriting(
                    () -> {
                        devices.update(FOREIGN + foreign.nextInt(100), 1);
                        devices.delete(FOREIGN + foreign.nextInt(100));
                    },
                    () -> {
                        Set<Integer> model = new HashSet<>();
                        Random random = new Random(SEED);
                        for (int i = 0; i < OPERATIONS; i++) {
                            int key = random.nextInt(KEYS);
                            switch (random.nextInt(4)) {
                                case 0 -> {
                                    devices.update(key, 1);
                                    model.add(key);
                                }
                                case 1 -> assertThat(devices.delete(key)).isEqualTo(model.remove(key));
                                case 2 -> assertThat(devices.insert(key, 1)).isEqualTo(model.add(key));
                                default ->
                                    assertThat(devices.lookup(key).isPresent()).isEqualTo(model.contains(key));
                            }
                        }
                        assertThat(own(devices).keySet()).isEqualTo(model);
                    });
        }
    }

    /** Values that belong to sockets. */
    @Test
    void socketStorage(@TempDir Path folder) throws InterruptedException {
        String source = """
            struct {
                __uint(type, 24);
                __uint(map_flags, 1);
                __type(key, int);
                __type(value, u64);
            } kept SEC(".maps");
            SEC("socket") int zero(void *ctx) { return 0; }
            """;
        List<Integer> sockets = new ArrayList<>();
        try (LoadedObject object = LoadedSource.load(folder, "storage", source)) {
            for (int i = 0; i < 40; i++) {
                sockets.add(function("socket").invokeInt(new Object[] {2, 2, 0}));
            }
            assertThat(sockets).allSatisfy(fd -> assertThat(fd).isPositive());
            storage(object.map("kept"), sockets.subList(0, 30), sockets.subList(30, 40));
        } finally {
            sockets.forEach(fd -> function("close").invokeInt(new Object[] {fd}));
        }
    }

    private static Function function(String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }

    private static void storage(OpenMap map, List<Integer> sockets, List<Integer> foreign) throws InterruptedException {
        BpfMap<Integer, Long> storage = BpfMap.of(map, Codecs.int32(), Codecs.int64());
        Random chance = new Random(SEED + 1);
        whileWriting(
                () -> {
                    storage.update(foreign.get(chance.nextInt(10)), chance.nextLong());
                    storage.delete(foreign.get(chance.nextInt(10)));
                },
                () -> {
                    Map<Integer, Long> model = new HashMap<>();
                    Random random = new Random(SEED);
                    for (int i = 0; i < OPERATIONS; i++) {
                        int key = sockets.get(random.nextInt(30));
                        long value = random.nextLong();
                        switch (random.nextInt(5)) {
                            case 0 -> {
                                storage.update(key, value);
                                model.put(key, value);
                            }
                            case 1 ->
                                assertThat(storage.insert(key, value)).isEqualTo(model.putIfAbsent(key, value) == null);
                            case 2 -> assertThat(storage.delete(key)).isEqualTo(model.remove(key) != null);
                            default -> assertThat(storage.lookup(key)).isEqualTo(Optional.ofNullable(model.get(key)));
                        }
                    }
                });
    }
}
