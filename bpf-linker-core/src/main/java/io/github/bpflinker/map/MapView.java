package io.github.bpflinker.map;

import io.github.bpflinker.load.plan.MapTypes;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@link java.util.Map} view of a map. */
final class MapView<K, V> extends AbstractMap<K, V> {

    /** sk_storage, inode_storage, task_storage, cgrp_storage, and the two for cgroups before. */
    private static final Set<Integer> LOCAL_STORAGE = Set.of(24, 28, 29, 32);

    private final BpfMap<K, V> map;

    private MapView(BpfMap<K, V> map) {
        this.map = map;
    }

    static <K, V> Map<K, V> of(BpfMap<K, V> map) {
        int type = map.info().type();
        if (type == MapTypes.LPM_TRIE || LOCAL_STORAGE.contains(type)) {
            throw new UnsupportedOperationException(map + " can't keep the contract of java.util.Map");
        }
        return new MapView<>(map);
    }

    private boolean isArray() {
        return MapTypes.ARRAYS.contains(map.info().type());
    }

    // The interface accepts any object; one of another type is not a key.
    @SuppressWarnings("unchecked")
    private @Nullable V find(@Nullable Object key) {
        if (key == null) {
            return null;
        }
        checkKey(key);
        try {
            return map.lookup((K) key).orElse(null);
        } catch (ClassCastException e) {
            return null;
        }
    }

    private void checkKey(Object key) {
        if (key.getClass().isArray()) {
            throw new UnsupportedOperationException(map
                    + " can't keep the contract of java.util.Map with arrays as keys; use a codec for another type");
        }
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return find(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != null;
    }

    @Override
    public @Nullable V put(K key, V value) {
        checkKey(key);
        @Nullable V before = map.lookup(key).orElse(null);
        map.update(key, value, Update.ANY);
        return before;
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        checkKey(key);
        while (!map.insert(key, value)) {
            @Nullable V present = map.lookup(key).orElse(null);
            if (present != null) {
                return present;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(@Nullable Object key) {
        if (isArray()) {
            throw new UnsupportedOperationException("elements of " + map + " can't be removed");
        }
        @Nullable V before = find(key);
        if (before != null && key != null) {
            map.delete((K) key);
        }
        return before;
    }

    @Override
    public void clear() {
        if (isArray()) {
            throw new UnsupportedOperationException("elements of " + map + " can't be removed");
        }
        map.entries().forEachRemaining(entry -> map.delete(entry.getKey()));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Live<>(entry -> entry);
    }

    @Override
    public Set<K> keySet() {
        return new Live<>(Entry::getKey) {
            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            private final Live<V> all = new Live<>(Entry::getValue);

            @Override
            public Iterator<V> iterator() {
                return all.iterator();
            }

            @Override
            public int size() {
                return all.size();
            }

            @Override
            public boolean isEmpty() {
                return all.isEmpty();
            }

            @Override
            public Spliterator<V> spliterator() {
                return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.NONNULL);
            }
        };
    }

    /** All entries, or a part of each. Streams of it do not rely on its size, because programs add and remove elements. */
    private class Live<T> extends AbstractSet<T> {

        private final Function<Entry<K, V>, T> part;

        Live(Function<Entry<K, V>, T> part) {
            this.part = part;
        }

        @Override
        public Iterator<T> iterator() {
            return new Entries<>(part);
        }

        @Override
        public int size() {
            int size = 0;
            for (Iterator<Entry<K, V>> entries = map.entries(); entries.hasNext(); entries.next()) {
                size++;
            }
            return size;
        }

        @Override
        public boolean isEmpty() {
            return !map.entries().hasNext();
        }

        @Override
        public Spliterator<T> spliterator() {
            return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.DISTINCT | Spliterator.NONNULL);
        }
    }

    private final class Entries<T> implements Iterator<T> {

        private final EntryIterator<K, V> entries = map.entries();
        private final Function<Entry<K, V>, T> part;
        private @Nullable K last;

        Entries(Function<Entry<K, V>, T> part) {
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public T next() {
            Entry<K, V> entry = entries.next();
            checkKey(entry.getKey());
            last = entry.getKey();
            return part.apply(new Written(entry.getKey(), entry.getValue()));
        }

        @Override
        public void remove() {
            K key = last;
            if (key == null) {
                throw new IllegalStateException("next() was not called");
            }
            last = null;
            MapView.this.remove(key);
        }
    }

    /** An entry whose changes write through to the map. */
    private final class Written extends SimpleEntry<K, V> {

        private static final long serialVersionUID = 1L;

        Written(K key, V value) {
            super(key, value);
        }

        @Override
        public V setValue(V value) {
            map.update(getKey(), value);
            return super.setValue(value);
        }
    }
}
