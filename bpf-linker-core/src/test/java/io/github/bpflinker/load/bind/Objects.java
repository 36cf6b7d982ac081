package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;

/** Objects of {@code src/test/resources/load}, each compiled once for all tests of this process. */
public final class Objects {

    private static final ConcurrentHashMap<String, Path> COMPILED = new ConcurrentHashMap<>();
    private static final Path FOLDER = folder();

    private Objects() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "load-objects");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object of {@code NAME.bpf.c}. */
    public static Path compile(String name) {
        return COMPILED.computeIfAbsent(name, n -> compile(n, text(n + ".bpf.c")));
    }

    /** An object of C that is given as text. */
    public static Path compile(String name, String source) {
        Tool.LIBBPF_HEADERS.require();
        return Compiler.clang(
                Tool.CLANG_19,
                FOLDER.toAbsolutePath(),
                name + ".o",
                source,
                "--target=bpf",
                "-O2",
                "-g",
                "-mcpu=v3",
                "-I/usr/include/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu");
    }

    public static LoadPlan plan(String name) {
        return plan(compile(name), PlanOptions.none());
    }

    public static LoadPlan plan(Path object, PlanOptions options) {
        return Planner.plan(object.toString(), ByteBuffer.wrap(bytes(object)), options);
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a file beside the objects. */
    public static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    public static byte[] resource(String name) {
        try (InputStream stream = Objects.class.getResourceAsStream("/load/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
