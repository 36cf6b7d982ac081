package io.github.bpflinker.maven.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What of this machine the tests use; what is missing skips a test, unless {@code bpf.toolchain.required} is true. */
final class Machine {

    static final Path INSTALLED = Path.of("/usr/include");
    static final Path MULTIARCH = Path.of("/usr/include/x86_64-linux-gnu");
    static final Path KERNEL_BTF = Path.of("/sys/kernel/btf/vmlinux");
    static final Path BPFTOOL = Path.of("/usr/sbin/bpftool");

    private Machine() {}

    /** Every clang there is: Debian's, and the plugin's own where a build has unpacked it. */
    static List<Clang> clangs() {
        List<Clang> found = new ArrayList<>();
        for (int major : List.of(14, 16, 19, 22)) {
            Path clang = Path.of("/usr/bin/clang-" + major);
            if (Files.exists(clang)) {
                found.add(new Clang(clang));
            }
        }
        Path unpacked = Path.of(System.getProperty("user.home"), ".cache/bpf-linker/natives");
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> versions = Files.list(unpacked)) {
                versions.map(version -> version.resolve("bin/clang"))
                        .filter(Files::exists)
                        .map(Clang::new)
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (found.isEmpty()) {
            missing("clang");
        }
        return List.copyOf(found);
    }

    /** The newest of Debian's. */
    static Clang clang() {
        return clangs().stream()
                .filter(clang -> clang.path().startsWith("/usr/bin"))
                .reduce((older, newer) -> newer)
                .orElseGet(() -> clangs().get(0));
    }

    static Path require(Path file) {
        if (!Files.exists(file)) {
            missing(file.toString());
        }
        return file;
    }

    /** The running kernel's types as a C header in {@code folder}. */
    static void writeVmlinux(Path folder) {
        Run run = Run.of(List.of(
                require(BPFTOOL).toString(),
                "btf",
                "dump",
                "file",
                require(KERNEL_BTF).toString(),
                "format",
                "c"));
        if (!run.succeeded()) {
            throw new AssertionError(run.output());
        }
        write(folder.resolve("vmlinux.h"), run.output());
    }

    static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void missing(String what) {
        String message = "needs " + what;
        if (Boolean.getBoolean("bpf.toolchain.required")) {
            throw new AssertionError(message);
        }
        Assumptions.abort(message);
    }
}
