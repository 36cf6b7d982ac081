package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryLimitTest {

    private static final OptionalLong EIGHT_GIGABYTES = OptionalLong.of(8L << 30);

    @ParameterizedTest
    @CsvSource({
        "50%, 4294967296",
        "100%, 8589934592",
        "2g, 2147483648",
        "2GB, 2147483648",
        "512m, 536870912",
        "7, 7",
        "999999999999t, 9223372036854775807"
    })
    void readsSharesAndAmounts(String text, long bytes) {
        assertThat(MemoryLimit.parse(text, EIGHT_GIGABYTES).orElseThrow().bytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-1g", "1.5g", "g", "50 %"})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> MemoryLimit.parse(text, EIGHT_GIGABYTES))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("BPF_LINKER_MEMORY takes a share or an amount");
    }

    @Test
    void setsNoShareOfWhatIsNotKnown() {
        assertThat(MemoryLimit.parse("50%", OptionalLong.empty())).isEmpty();
    }

    @Test
    void takesTheContainerForWhatThereIsIfThatIsLess(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("proc"));
        Files.createDirectories(root.resolve("sys/fs/cgroup"));
        assertThat(MemoryLimit.total(root)).isEmpty();
        Files.writeString(root.resolve("proc/meminfo"), "MemTotal:       8388608 kB\nMemFree: 1 kB\n");
        assertThat(MemoryLimit.total(root)).isEqualTo(EIGHT_GIGABYTES);
        Files.writeString(root.resolve("sys/fs/cgroup/memory.max"), "max\n");
        assertThat(MemoryLimit.total(root)).isEqualTo(EIGHT_GIGABYTES);
        Files.writeString(root.resolve("sys/fs/cgroup/memory.max"), "1048576\n");
        assertThat(MemoryLimit.total(root)).hasValue(1 << 20);
    }

    @Test
    void saysWhatItIsAShareOf() {
        assertThat(MemoryLimit.parse("50%", EIGHT_GIGABYTES).orElseThrow()).hasToString("4.0 GB, 50% of what there is");
        assertThat(MemoryLimit.parse("3g", EIGHT_GIGABYTES).orElseThrow()).hasToString("3.0 GB");
    }
}
