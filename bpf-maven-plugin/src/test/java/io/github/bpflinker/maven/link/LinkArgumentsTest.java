package io.github.bpflinker.maven.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkArgumentsTest {

    private static final LinkSettings SETTINGS = settings("v3");

    private static LinkSettings settings(String cpu) {
        return new LinkSettings(
                cpu,
                "",
                "2",
                true,
                Optional.of(List.of("f", "g")),
                "auto",
                List.of("--bpf-stack-size=256"),
                false,
                List.of("--unroll-loops"),
                false,
                Duration.ofSeconds(1));
    }

    private static List<String> arguments(boolean rust, Optional<ObjectSpec> spec, Variant variant) {
        return arguments(rust, spec, variant, SETTINGS);
    }

    private static List<String> arguments(
            boolean rust, Optional<ObjectSpec> spec, Variant variant, LinkSettings settings) {
        LinkUnit unit = new LinkUnit("a", "a", variant.endianness(), rust, List.of(Path.of("/x.bc")));
        return LinkArguments.of(
                new LinkJob(
                        unit,
                        spec,
                        variant,
                        List.of(OutputKind.OBJ, OutputKind.ASM),
                        Path.of("/o/a.bpf.o"),
                        Optional.empty(),
                        Optional.of(Path.of("/d/a")),
                        Path.of("/s")),
                settings);
    }

    @Test
    void passesEverySetting() {
        assertThat(arguments(true, Optional.empty(), Variant.plain(Endianness.BIG)))
                .startsWith("/x.bc", "-o", "/o/a.bpf.o")
                .containsSequence("--emit", "obj,asm")
                .containsSequence("--target", "bpfeb")
                .containsSequence("--cpu", "v3")
                .containsSequence("-O", "2")
                .containsSequence("--dump-module", "/d/a")
                .containsSequence("--export", "f", "--export", "g")
                .contains("--llvm-args=--bpf-stack-size=256")
                .contains("--btf", "--unroll-loops", "--fatal-exports")
                .doesNotContain("--cpu-features", "--disable-expand-memcpy-in-order");
    }

    @Test
    void leavesMemoryOperationsOfCAsClangDoes() {
        assertThat(arguments(false, Optional.empty(), Variant.plain(Endianness.LITTLE)))
                .contains("--disable-expand-memcpy-in-order");
    }

    @Test
    void prefersWhatAnObjectSaysAndThenWhatAVariantSays() {
        ObjectSpec spec = new ObjectSpec(
                "a",
                "here",
                List.of(),
                Optional.empty(),
                Optional.of(List.of("h")),
                Optional.of("v1"),
                Optional.of("s"),
                Optional.of(true));

        assertThat(arguments(true, Optional.of(spec), Variant.plain(Endianness.LITTLE)))
                .containsSequence("--cpu", "v1")
                .containsSequence("-O", "s")
                .containsSequence("--export", "h")
                .contains("--unloadable=allow")
                .doesNotContain("f");
        assertThat(arguments(true, Optional.of(spec), new Variant("four", Endianness.LITTLE, Optional.of("v4"))))
                .containsSequence("--cpu", "v4");
    }

    @Test
    void wantsAProgramUnlessItIsALibrary() {
        assertThat(arguments(false, Optional.empty(), Variant.plain(Endianness.LITTLE)))
                .contains("--unloadable=error");
    }

    @Test
    void leavesTheCpuToWhatCWasCompiledForAndToTheUsualOneOfRust() {
        LinkSettings open = settings(LinkSettings.CPU_OF_SOURCES);
        Variant plain = Variant.plain(Endianness.LITTLE);
        Variant four = new Variant("four", Endianness.LITTLE, Optional.of("v4"));

        assertThat(arguments(false, Optional.empty(), plain, open)).containsSequence("--cpu", "generic");
        assertThat(arguments(true, Optional.empty(), plain, open)).containsSequence("--cpu", "v3");
        assertThat(arguments(false, Optional.empty(), four, open)).containsSequence("--cpu", "v4");
    }

    @Test
    void leavesTheCpuToTheKernelOfAVariant() {
        Variant old = new Variant("old", Endianness.LITTLE, Optional.empty(), Optional.of(new KernelVersion(4, 15)));

        assertThat(arguments(false, Optional.empty(), old))
                .containsSequence("--cpu", "generic")
                .containsSequence("--kernel", "4.15");
    }
}
