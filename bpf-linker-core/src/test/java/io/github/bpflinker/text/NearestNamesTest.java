package io.github.bpflinker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    private static final List<String> NAMES = List.of("--btf", "--debug", "--whole-archive", "-o", "-r");

    @Test
    void findsSwappedMissingAndWrongLetters() {
        assertThat(NearestNames.of("--bft", NAMES, 1)).containsExactly("--btf");
        assertThat(NearestNames.of("--dbug", NAMES, 1)).containsExactly("--debug");
        assertThat(NearestNames.of("--whole-archves", NAMES, 1)).containsExactly("--whole-archive");
    }

    @Test
    void findsNothingThatDiffersInMoreThanAThird() {
        assertThat(NearestNames.of("--target", NAMES, 3)).isEmpty();
        assertThat(NearestNames.of("", NAMES, 3)).isEmpty();
    }

    @Test
    void givesTheNearestFirstAndNoMoreThanAskedFor() {
        assertThat(NearestNames.of("abcdef", List.of("abcdxy", "abcdeg", "abcdex", "zzz"), 2))
                .containsExactly("abcdeg", "abcdex");
    }
}
