package io.github.bpflinker.corpus;

import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.TargetTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The types of the running kernel, of those whose BTF is in {@code ~/.cache/bpf-linker-tests/btf}, and of the excerpts in
 * {@code src/test/resources/load/kernels}. They are read once.
 */
final class KernelTypesAtHand {

    private static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "bpf-linker-tests", "btf");
    private static final Path EXCERPTS = Path.of("src/test/resources/load/kernels");

    private static final List<TargetTypes> ALL = read();

    private KernelTypesAtHand() {}

    static List<TargetTypes> all() {
        return ALL;
    }

    private static List<TargetTypes> read() {
        List<Path> files = new ArrayList<>();
        if (Files.isReadable(RUNNING)) {
            files.add(RUNNING);
        }
        for (Path folder : List.of(CACHE, EXCERPTS)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> listed = Files.list(folder)) {
                    listed.sorted().forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files.stream().<TargetTypes>map(IndexedTypes::read).toList();
    }
}
