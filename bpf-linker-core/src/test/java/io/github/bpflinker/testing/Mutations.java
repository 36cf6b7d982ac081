package io.github.bpflinker.testing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Damage to real data, for properties of parsers. */
public final class Mutations {

    private static final int MAX_FLIPS = 8;

    private Mutations() {}

    /** {@code original} cut anywhere. */
    public static Arbitrary<byte[]> cut(byte[] original) {
        return Arbitraries.integers().between(0, original.length).map(length -> copyOf(original, length));
    }

    /** {@code original} with a few bits flipped, mostly near its start, where headers are, and sometimes cut as well. */
    public static Arbitrary<byte[]> damage(byte[] original) {
        Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, original.length * 8 - 1);
        Arbitrary<Integer> nearStart = Arbitraries.integers().between(0, Math.min(original.length, 256) * 8 - 1);
        Arbitrary<int[]> flips = Arbitraries.oneOf(anywhere, nearStart)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(MAX_FLIPS);
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(original.length)),
                Tuple.of(1, Arbitraries.integers().between(0, original.length)));
        return Combinators.combine(flips, lengths).as((bits, length) -> {
            byte[] damaged = original.clone();
            for (int bit : bits) {
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
            }
            return copyOf(damaged, length);
        });
    }

    /** {@code original} with a 32-bit field anywhere set to an extreme value, in either byte order. */
    public static Arbitrary<byte[]> extremes(byte[] original) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, original.length - Integer.BYTES);
        Arbitrary<Integer> values = Arbitraries.of(
                0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x01000000, 0x00010000, 0xff, original.length);
        return Combinators.combine(places, values).as((place, value) -> {
            byte[] changed = original.clone();
            ByteBuffer.wrap(changed).putInt(place, value);
            return changed;
        });
    }

    /** Any of the above. */
    public static Arbitrary<byte[]> any(byte[] original) {
        return Arbitraries.oneOf(cut(original), damage(original), extremes(original));
    }

    private static byte[] copyOf(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }
}
