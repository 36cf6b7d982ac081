package io.github.bpflinker.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {

    private static String read(byte... bytes) {
        return Text.read(Memory.of(bytes), 0, bytes.length);
    }

    @Test
    void endsAtTheFirstZeroOrAtTheEnd() {
        assertThat(read((byte) 'b', (byte) 's', (byte) 0, (byte) 'x')).isEqualTo("bs");
        assertThat(read((byte) 'b', (byte) 's')).isEqualTo("bs");
        assertThat(read((byte) 0xc3, (byte) 0xa4)).isEqualTo("\u00e4");
        assertThat(read()).isEmpty();
    }

    @Test
    void anyBytesWithoutZeroSurvive() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = bytes[at] == 0 ? 1 : bytes[at];
            }
            assertThat(Text.encode(read(bytes))).as(Arrays.toString(bytes)).isEqualTo(bytes);
        }
        byte[] replacement = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd, (byte) 0xff};
        assertThat(Text.encode(read(replacement))).isEqualTo(replacement);
    }

    @Test
    void isRefusedWhereItIsTooLong() {
        assertThat(Text.encode("ab", 4)).containsExactly('a', 'b', 0, 0);
        assertThatThrownBy(() -> Text.encode("abc", 2)).hasMessage("'abc' takes 3 bytes, and there are 2");
    }
}
