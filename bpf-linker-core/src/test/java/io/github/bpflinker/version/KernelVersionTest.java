package io.github.bpflinker.version;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelVersionTest {

    @ParameterizedTest
    @CsvSource({
        "4.15, 4.15",
        "5.10.0-23-amd64, 5.10",
        "6.18.44-fc-v595, 6.18.44",
        "6.1.176, 6.1.176",
        "7.3.4+deb13-cloud-amd64, 7.3.4",
        "6.1.0-56-cloud-amd64, 6.1",
        "5.15-rc3, 5.15",
        "5.4+, 5.4"
    })
    void readsReleasesAndWhatUnamePrints(String text, String release) {
        assertThat(KernelVersion.parse(text)).map(KernelVersion::toString).hasValue(release);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.", ".5", "five", "v5.4", "5.x", "5.4x", "99999.1", "-1.2", " 5.4"})
    void refusesWhatIsNoRelease(String text) {
        assertThat(KernelVersion.parse(text)).isEmpty();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void comparesByNumbers(
            @ForAll @IntRange(max = 99) int major,
            @ForAll @IntRange(max = 99) int minor,
            @ForAll @IntRange(max = 99) int otherMajor,
            @ForAll @IntRange(max = 99) int otherMinor) {
        KernelVersion one = new KernelVersion(major, minor);
        KernelVersion other = new KernelVersion(otherMajor, otherMinor);
        int expected = Integer.compare(major * 100 + minor, otherMajor * 100 + otherMinor);
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(expected);
        assertThat(one.isAtLeast(other)).isEqualTo(expected >= 0);
        assertThat(KernelVersion.parse(one.toString())).contains(one);
    }
}
