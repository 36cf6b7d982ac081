package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreText;
import io.github.bpflinker.load.core.CoreValue;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the CO-RE relocations of the C code in an object with those of its Rust code: each is there once from either,
 * and has the same result on the kernels at hand: the running one, the files that the directive names, and those in
 * {@code ~/.cache/bpf-linker-tests/btf}.
 */
final class CorePairs {

    private static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "bpf-linker-tests", "btf");

    private CorePairs() {}

    static void verify(LinkOutcome outcome, String value) throws IOException {
        BtfFile object = BtfFile.read(outcome.written(), null);
        Map<String, Integer> count = new TreeMap<>();
        List<TargetTypes> kernels = kernels(outcome.folder(), value);
        assertThat(kernels).as("kernels with BTF").isNotEmpty();
        List<CoreRelocator> relocators = kernels.stream()
                .map(kernel -> new CoreRelocator(
                        local(object.btf()), kernel, List::of, object.btf().order()))
                .toList();
        for (BtfExt.Section<CoreRelocation> section : object.ext().orElseThrow().relocations()) {
            for (CoreRelocation relocation : section.entries()) {
                count.merge(described(object.btf(), relocation, relocators), 1, Integer::sum);
            }
        }
        assertThat(count).as("relocations").isNotEmpty();
        assertThat(count)
                .as("relocations that only C or only Rust has")
                .allSatisfy(
                        (described, times) -> assertThat(times).as(described).isEqualTo(2));
    }

    private static ModelTypes local(Btf btf) {
        return new ModelTypes("object", btf);
    }

    private static List<TargetTypes> kernels(Path folder, String value) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isReadable(RUNNING)) {
            files.add(RUNNING);
        }
        StepReader.words(value).forEach(name -> files.add(folder.resolve(name)));
        if (Files.isDirectory(CACHE)) {
            try (Stream<Path> cached = Files.list(CACHE)) {
                cached.sorted().forEach(files::add);
            }
        }
        List<TargetTypes> kernels = new ArrayList<>();
        for (Path file : files) {
            kernels.add(
                    file.toString().endsWith(".o")
                            ? new ModelTypes(
                                    file.toString(), BtfFile.read(file, null).btf())
                            : onDemand(file));
        }
        return kernels;
    }

    private static TargetTypes onDemand(Path file) throws IOException {
        BtfIndex index = BtfIndex.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        return new IndexedTypes(file.toString(), 0, () -> index, null);
    }

    private static String described(Btf btf, CoreRelocation relocation, List<CoreRelocator> kernels) {
        String target = CoreText.describe(local(btf), relocation.type(), relocation.access(), relocation.kind());
        StringBuilder text = new StringBuilder(target);
        for (CoreRelocator kernel : kernels) {
            CoreValue value = kernel.resolve(relocation.type(), relocation.access(), relocation.kind());
            text.append(' ').append(value.poison() ? "missing" : Long.toString(value.value()));
        }
        return text.toString();
    }
}
