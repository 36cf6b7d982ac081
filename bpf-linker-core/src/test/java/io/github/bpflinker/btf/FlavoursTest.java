package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlavoursTest {

    @ParameterizedTest
    @CsvSource({
        "s, s",
        "s___a, s",
        "s___a___b, s___a",
        "_s, _s",
        "s____a, s____a",
        "a___, a___",
        "___a, ___a",
        "a__b, a__b",
        "s___a_b, s"
    })
    void flavoursAreWhatFollowsThreeUnderscores(String name, String essential) {
        assertThat(Flavours.essential(name)).isEqualTo(essential);
    }
}
