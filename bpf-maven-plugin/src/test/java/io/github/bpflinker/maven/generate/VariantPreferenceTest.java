package io.github.bpflinker.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantPreferenceTest {

    @Test
    void triesTheNewestInstructionSetFirstAndOldKernelsLast() {
        List<Variant> given = List.of(
                Variant.plain(Endianness.LITTLE),
                variant("oldest", Optional.empty(), Optional.of(new KernelVersion(4, 15))),
                variant("v4", Optional.of(Cpu.V4), Optional.empty()),
                variant("old", Optional.of(Cpu.V1), Optional.of(new KernelVersion(5, 4))),
                variant("v2", Optional.of(Cpu.V2), Optional.empty()));

        assertThat(new VariantPreference(Cpu.V3).sorted(given).stream().map(Variant::classifier))
                .containsExactly("v4", "", "v2", "old", "oldest");
    }

    private static Variant variant(String name, Optional<Cpu> cpu, Optional<KernelVersion> kernel) {
        return new Variant(name, Endianness.LITTLE, cpu, kernel);
    }
}
