package io.github.bpflinker.maven.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Unloadable;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkSettingsTest {

    private static final LinkOptions OPTIONS = LinkOptions.builder()
            .set(LinkOption.OPTIMIZE, OptimizationLevel.O2)
            .set(LinkOption.BTF, true)
            .set(LinkOption.UNROLL_LOOPS, true)
            .set(LinkOption.EXPORT, List.of("f", "g"))
            .set(LinkOption.UNLOADABLE, Unloadable.ERROR)
            .build();

    private static final LinkOptions OUTPUT = LinkOptions.builder()
            .set(LinkOption.OUTPUT, Path.of("/o/a.bpf.o"))
            .set(LinkOption.EMIT, List.of(OutputKind.OBJ, OutputKind.ASM))
            .build();

    private static final ObjectSpec OWN = new ObjectSpec(
            "a",
            "here",
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(List.of("h")),
            Optional.of(Cpu.V1),
            Optional.of(OptimizationLevel.OS),
            Optional.of(true));

    private static LinkRequest request(boolean rust, Optional<ObjectSpec> spec, Variant variant, LinkOptions options) {
        LinkUnit unit = new LinkUnit("a", "a", variant.endianness(), rust, List.of(Path.of("/x.bc")));
        return new LinkSettings(options, Duration.ofSeconds(1)).request(unit, spec, variant, OUTPUT);
    }

    private static Cpu cpu(boolean rust, Optional<ObjectSpec> spec, Variant variant, LinkOptions options) {
        return request(rust, spec, variant, options).cpu();
    }

    private static Variant variant(Optional<Cpu> cpu, Optional<KernelVersion> kernel) {
        return new Variant("other", Endianness.LITTLE, cpu, kernel);
    }

    private static LinkOptions with(Cpu cpu) {
        return OPTIONS.toBuilder().set(LinkOption.CPU, cpu).build();
    }

    @Test
    void passesEverySetting() {
        LinkRequest request = request(true, Optional.empty(), Variant.plain(Endianness.BIG), with(Cpu.V2));

        assertThat(request.toArguments())
                .startsWith("/x.bc")
                .contains(
                        "--output=/o/a.bpf.o",
                        "--emit=obj",
                        "--emit=asm",
                        "--target=bpfeb",
                        "--cpu=v2",
                        "-O=2",
                        "--btf",
                        "--unroll-loops",
                        "--export=f",
                        "--export=g",
                        "--unloadable=error")
                .doesNotContain("--disable-expand-memcpy-in-order");
        assertThat(request.outputFiles()).containsExactly(Path.of("/o/a.bpf.o"), Path.of("/o/a.bpf.s"));
    }

    @Test
    void leavesMemoryOperationsOfCAsClangDoes() {
        assertThat(request(false, Optional.empty(), Variant.plain(Endianness.LITTLE), OPTIONS)
                        .has(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER))
                .isTrue();
    }

    @Test
    void prefersWhatAnObjectSays() {
        LinkRequest request = request(true, Optional.of(OWN), Variant.plain(Endianness.LITTLE), with(Cpu.V3));

        assertThat(request.cpu()).isEqualTo(Cpu.V1);
        assertThat(request.optimization()).isEqualTo(OptimizationLevel.OS);
        assertThat(request.exports())
                .hasValueSatisfying(names -> assertThat(names).containsExactly("h"));
        assertThat(request.get(LinkOption.UNLOADABLE)).contains(Unloadable.ALLOW);
    }

    @Test
    void prefersTheCpuOfAVariantToThatOfAnObject() {
        assertThat(cpu(true, Optional.of(OWN), variant(Optional.of(Cpu.V4), Optional.empty()), with(Cpu.V3)))
                .isEqualTo(Cpu.V4);
    }

    @Test
    void leavesTheCpuToWhatCWasCompiledForAndToTheUsualOneOfRust() {
        Variant plain = Variant.plain(Endianness.LITTLE);

        assertThat(cpu(false, Optional.empty(), plain, OPTIONS)).isEqualTo(Cpu.GENERIC);
        assertThat(cpu(true, Optional.empty(), plain, OPTIONS)).isEqualTo(LinkSettings.USUAL_CPU);
        assertThat(cpu(false, Optional.empty(), variant(Optional.of(Cpu.V4), Optional.empty()), OPTIONS))
                .isEqualTo(Cpu.V4);
    }

    @Test
    void leavesTheCpuToTheKernelOfAVariant() {
        Variant old = variant(Optional.empty(), Optional.of(new KernelVersion(4, 15)));

        LinkRequest request = request(true, Optional.empty(), old, with(Cpu.V3));

        assertThat(request.cpu()).isEqualTo(Cpu.GENERIC);
        assertThat(request.get(LinkOption.KERNEL)).contains(new KernelVersion(4, 15));
    }

    @Test
    void leavesTheCpuToTheKernelOfTheProject() {
        LinkOptions options = OPTIONS.toBuilder()
                .set(LinkOption.KERNEL, new KernelVersion(5, 4))
                .build();

        assertThat(cpu(true, Optional.empty(), Variant.plain(Endianness.LITTLE), options))
                .isEqualTo(Cpu.GENERIC);
    }
}
