package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The programs of {@code src/test/resources/attach}, compiled once. */
final class Objects {

    private static final Path SOURCES = Path.of("src/test/resources/attach").toAbsolutePath();
    private static final ConcurrentHashMap<String, byte[]> COMPILED = new ConcurrentHashMap<>();
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private Objects() {}

    /** A loader for a source file of which only the named programs are loaded. */
    static BpfLoader loader(String source, String... programs) {
        Root.require();
        List<String> wanted = List.of(programs);
        return BpfLoader.of(BpfObject.read(source, ByteBuffer.wrap(compiled(source))))
                .programs((plan, settings) -> settings.load(wanted.contains(plan.name())));
    }

    /** The bytes of a compiled source file. */
    static byte[] compiled(String source) {
        Tool.LIBBPF_HEADERS.require();
        Path clang = Tool.CLANG_19.require();
        return COMPILED.computeIfAbsent(source, name -> compile(clang, name));
    }

    private static byte[] compile(Path clang, String source) {
        try {
            Path folder = Files.createTempDirectory("attach");
            Path object = folder.resolve(Path.of(source).getFileName() + ".o");
            try {
                String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
                Command.run(
                                folder,
                                List.of(
                                        clang.toString(),
                                        "--target=bpf",
                                        "-O2",
                                        "-g",
                                        "-mcpu=v3",
                                        "-D__TARGET_ARCH_"
                                                + machine.replace("x86_64", "x86")
                                                        .replace("aarch64", "arm64"),
                                        "-I/usr/include/" + machine + "-linux-gnu",
                                        "-c",
                                        SOURCES.resolve(source + ".bpf.c").toString(),
                                        "-o",
                                        object.toString()))
                        .orFail();
                return Files.readAllBytes(object);
            } finally {
                Files.deleteIfExists(object);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number of the map {@code results}. */
    static long result(LoadedObject object, int at) {
        return BpfMap.of(object.map("results"), Codecs.int32(), Codecs.int64())
                .lookup(at)
                .orElseThrow();
    }

    /** How often the program did what it is to do: the first of the results. */
    static long hits(LoadedObject object) {
        return result(object, 0);
    }

    /** Waits until it is so; fails if it never is. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            pause();
        }
    }

    /** Gives other threads time, and the scheduler work. */
    static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
