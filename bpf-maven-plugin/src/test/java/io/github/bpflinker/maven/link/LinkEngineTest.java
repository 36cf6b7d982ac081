package io.github.bpflinker.maven.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import io.github.bpflinker.maven.worker.SharedWorkers;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.RequestedLlvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real worker and an installed LLVM. */
class LinkEngineTest {

    @TempDir
    private Path folder;

    @Test
    void linksAgainWhenTheKernelsTypesAppearOrChange() throws IOException {
        Linked bitcode = SampleObject.compile(folder, "probe", SampleObject.GOOD, "-g", "-emit-llvm");
        Path types = folder.resolve("kernel.btf");

        try (SharedWorkers workers = new SharedWorkers()) {
            assertThat(link(workers, bitcode, types)).isTrue();
            assertThat(link(workers, bitcode, types)).isFalse();

            Files.writeString(types, "one");
            assertThat(link(workers, bitcode, types)).isTrue();
            assertThat(link(workers, bitcode, types)).isFalse();

            Files.writeString(types, "two");
            assertThat(link(workers, bitcode, types)).isTrue();
        }
    }

    private boolean link(SharedWorkers workers, Linked bitcode, Path types) {
        Variant variant = bitcode.variant();
        LinkUnit unit =
                new LinkUnit(bitcode.name(), bitcode.name(), variant.endianness(), false, List.of(bitcode.file()));
        LinkSettings settings = new LinkSettings(
                LinkOptions.builder()
                        .set(LinkOption.BTF, true)
                        .set(LinkOption.LLVM, RequestedLlvm.Known.SYSTEM)
                        .set(LinkOption.KERNEL_TYPES, types)
                        .build(),
                Duration.ofMinutes(2));
        LinkOptions output = LinkOptions.builder()
                .set(LinkOption.OUTPUT, folder.resolve("out/probe.bpf.o"))
                .build();
        Layout layout = new Layout(folder, folder, folder.resolve("work"), folder.resolve("out"));
        LinkEngine engine =
                new LinkEngine(settings, layout, workers, classPath(), natives(), "identity", new QuietLog());
        return engine.link(new LinkJob(
                unit,
                variant,
                settings.request(unit, Optional.empty(), variant, output),
                layout.state("link", "probe")));
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Stream.of("bpf-linker-core", "jna", "picocli").anyMatch(entry::contains))
                .map(Path::of)
                .toList();
    }

    private static Natives natives() {
        return new Natives("0", () -> {
            throw new BuildFailure(new Reason.LinkerRefuses("not needed"));
        });
    }
}
