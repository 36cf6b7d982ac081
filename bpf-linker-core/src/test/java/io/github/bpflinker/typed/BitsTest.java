package io.github.bpflinker.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitsTest {

    private static final int BYTES = 12;

    /** The bits of a field in the order of a machine, by arithmetic with all bytes as one number. */
    private static long expected(boolean little, byte[] memory, int bit, int size) {
        byte[] number = memory.clone();
        for (int i = 0; little && i < BYTES / 2; i++) {
            byte kept = number[i];
            number[i] = number[BYTES - 1 - i];
            number[BYTES - 1 - i] = kept;
        }
        int shift = little ? bit : BYTES * 8 - bit - size;
        BigInteger mask = BigInteger.ONE.shiftLeft(size).subtract(BigInteger.ONE);
        return new BigInteger(1, number).shiftRight(shift).and(mask).longValue();
    }

    @Test
    void readAndWriteEverySizeAtEveryPlaceInBothByteOrders() {
        Random random = new Random(1);
        for (boolean little : new boolean[] {true, false}) {
            for (int bit = 0; bit < 8; bit++) {
                for (int size = 1; size <= 64; size++) {
                    byte[] memory = new byte[BYTES];
                    random.nextBytes(memory);
                    long value = Bits.unsigned(little, ByteBuffer.wrap(memory), 0, bit, size);
                    assertThat(value).isEqualTo(expected(little, memory, bit, size));

                    byte[] other = memory.clone();
                    Bits.put(little, ByteBuffer.wrap(other), 0, bit, size, ~value);
                    assertThat(Bits.unsigned(little, ByteBuffer.wrap(other), 0, bit, size))
                            .isEqualTo(size == 64 ? ~value : ~value & ((1L << size) - 1));
                    Bits.put(little, ByteBuffer.wrap(other), 0, bit, size, value);
                    assertThat(other).isEqualTo(memory);
                }
            }
        }
    }

    @Test
    void refuseWhatDoesNotFit() {
        ByteBuffer memory = ByteBuffer.allocate(8);
        Bits.putSigned(memory, 0, 3, 4, -8);
        assertThat(Bits.signed(memory, 0, 3, 4)).isEqualTo(-8);
        assertThatThrownBy(() -> Bits.putSigned(memory, 0, 3, 4, 8))
                .hasMessageContaining("8 does not fit into a bit-field of 4");
        assertThatThrownBy(() -> Bits.putUnsigned(memory, 0, 3, 4, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
