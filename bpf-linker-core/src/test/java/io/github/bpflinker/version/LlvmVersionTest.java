package io.github.bpflinker.version;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlvmVersionTest {

    @ParameterizedTest
    @CsvSource({
        "20.1.7, 20.1.7",
        "20.1.7-1.5.12, 20.1.7",
        "22.1.2-rust-1.95.0-stable, 22.1.2",
        "23.0.0git, 23.0.0",
        "19.1.7 has no BPF target, 19.1.7",
    })
    void isReadFromTheStartOfAText(String text, String version) {
        assertThat(LlvmVersion.parse(text)).map(LlvmVersion::toString).contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "22", "22.1", "22.1.", "LLVM22.1.2", " 22.1.2", "-1.2.3", "99999.1.2", "v22.1.2", "²2.1.0"})
    void isNoPartOfOtherTexts(String text) {
        assertThat(LlvmVersion.parse(text)).isEmpty();
    }

    @Test
    void isNewerByNumberAndNotByText() {
        assertThat(new LlvmVersion(22, 1, 10).isAtLeast(new LlvmVersion(22, 1, 9)))
                .isTrue();
        assertThat(new LlvmVersion(9, 0, 1).isAtLeast(new LlvmVersion(10, 0, 0)))
                .isFalse();
        assertThat(new LlvmVersion(22, 1, 2).sameMinor(new LlvmVersion(22, 1, 8)))
                .isTrue();
        assertThat(new LlvmVersion(22, 1, 2).sameMinor(new LlvmVersion(22, 2, 2)))
                .isFalse();
        assertThat(new LlvmVersion(22, 1, 2).sameMinor(new LlvmVersion(21, 1, 2)))
                .isFalse();
    }

    @Property(tries = 200)
    void isReadBackAsItWasWritten(
            @ForAll @IntRange(max = 9999) int major,
            @ForAll @IntRange(max = 9999) int minor,
            @ForAll @IntRange(max = 9999) int patch) {
        LlvmVersion version = new LlvmVersion(major, minor, patch);

        assertThat(LlvmVersion.parse(version.toString())).contains(version);
        assertThat(LlvmVersion.parse(version + "-rust")).contains(version);
    }

    @Property(tries = 200)
    void isNewerThanAllThatItIsNotOlderThan(
            @ForAll("versions") LlvmVersion one, @ForAll("versions") LlvmVersion other) {
        assertThat(one.isAtLeast(other)).isEqualTo(!other.isAtLeast(one) || one.equals(other));
    }

    @Property(tries = 300)
    void noTextIsTooOddToBeLookedAt(@ForAll String text) {
        LlvmVersion.parse(text).ifPresent(version -> assertThat(text).containsPattern("^\\d+\\.\\d+\\.\\d+"));
    }

    @Provide
    Arbitrary<LlvmVersion> versions() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 3);
        return Combinators.combine(number, number, number).as(LlvmVersion::new);
    }
}
