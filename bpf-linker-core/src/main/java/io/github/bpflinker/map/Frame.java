package io.github.bpflinker.map;

import io.github.bpflinker.load.syscall.NativeMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Memory for the key and the value of one call. */
final class Frame {

    private final NativeMemory key;
    private final NativeMemory value;
    private final ByteBuffer keyBytes;
    private final ByteBuffer valueBytes;

    Frame(int keySize, int valueSize) {
        key = NativeMemory.allocate(keySize);
        value = NativeMemory.allocate(valueSize);
        keyBytes = key.bytes().duplicate().order(ByteOrder.nativeOrder());
        valueBytes = value.bytes().duplicate().order(ByteOrder.nativeOrder());
    }

    NativeMemory key() {
        return key;
    }

    NativeMemory value() {
        return value;
    }

    <K> Frame withKey(Codec<K> codec, K content) {
        zero(keyBytes, codec.size());
        codec.write(content, keyBytes.position(0));
        return this;
    }

    <V> Frame withValue(Codec<V> codec, V content) {
        zero(valueBytes, codec.size());
        codec.write(content, valueBytes.position(0));
        return this;
    }

    <K> K readKey(Codec<K> codec) {
        return codec.read(keyBytes.position(0));
    }

    <V> V readValue(Codec<V> codec) {
        return codec.read(valueBytes.position(0));
    }

    private static void zero(ByteBuffer bytes, int size) {
        for (int at = 0; at < size; at++) {
            bytes.put(at, (byte) 0);
        }
    }

    /** A pool of frames, which concurrent threads can use without contention. */
    static final class Pool {

        /** A power of two. */
        private static final int PLACES = 16;

        private final AtomicReferenceArray<@Nullable Frame> free = new AtomicReferenceArray<>(PLACES);
        private final int keySize;
        private final int valueSize;

        Pool(int keySize, int valueSize) {
            this.keySize = keySize;
            this.valueSize = valueSize;
        }

        Frame take() {
            Frame frame = free.getAndSet(place(), null);
            return frame == null ? new Frame(keySize, valueSize) : frame;
        }

        void giveBack(Frame frame) {
            free.lazySet(place(), frame);
        }

        private static int place() {
            return (int) Thread.currentThread().getId() & PLACES - 1;
        }
    }
}
