package io.github.bpflinker.btf.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.BtfType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    /** {@code char} of C and {@code c_char} of Rust; numbers of other names are none, whatever their size. */
    @ParameterizedTest
    @CsvSource({"char, true", "i8, true", "u8, false", "signed char, false", "unsigned char, false"})
    void namesSayWhatIsText(String name, boolean character) {
        assertThat(Characters.isCharacter(new BtfType.Int(name, 1, 0, 0, 8))).isEqualTo(character);
    }
}
