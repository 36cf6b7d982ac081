package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A source file in {@code src/test/resources/kernel} that uses one feature, with what it needs in its first lines:
 *
 * <pre>
 * // REQUIRES: 5.3 bounded-loop     the oldest release, or never; the features that ask for it
 * // INFORMS: 5.2 DATASEC           what only strict loaders need; may be left out
 * // ATTACHES: 5.18 kprobe.multi     what attaching needs; may be left out
 * // GUARDED: 6.4 bpf_iter_num_new   what is used only where a check at load time lets it; may be left out
 * // REFUSED: call stack of          what a kernel without the feature says; may be left out
 * // FLAGS: -mcpu=v3                for clang, after -mcpu=v1; may be left out
 * // VM: no, REASON                 if it is not to be loaded; may be left out
 * // VM: 5.11, REASON               if it is to be loaded only from that release on
 * </pre>
 */
record CraftedCase(Path source) {

    private static final Path FOLDER = Path.of("src/test/resources/kernel");

    static Stream<CraftedCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().map(CraftedCase::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The features, or the beginnings of their names; several are parted by a comma. */
    List<String> features() {
        String text = required();
        String names = text.substring(text.indexOf(' ') + 1);
        return names.equals("-") ? List.of() : List.of(names.split(", ", -1));
    }

    /** {@code never}, or the oldest release. */
    String release() {
        String text = required();
        return text.substring(0, text.indexOf(' '));
    }

    private String required() {
        return directive("REQUIRES").orElseThrow();
    }

    /** Release and name of what strict loaders need. */
    Optional<String> informs() {
        return directive("INFORMS");
    }

    /** Release and name of what attaching it needs. */
    Optional<String> attaches() {
        return directive("ATTACHES");
    }

    /** Release and name of what it uses only where a check lets it. */
    Optional<String> guarded() {
        return directive("GUARDED");
    }

    /** Part of the log of a kernel that refuses it. */
    String refusal() {
        return directive("REFUSED").orElse("");
    }

    /** Whether it is to be loaded into a kernel. */
    boolean loadsIn(KernelVersion kernel) {
        Optional<String> from = directive("VM").map(text -> text.substring(0, text.indexOf(',')));
        return from.isEmpty()
                || KernelVersion.parse(from.get()).filter(kernel::isAtLeast).isPresent();
    }

    Path compile(Path folder) {
        return compile(folder, this + ".o");
    }

    /** Compiles it to an output of that name, with further options. */
    Path compile(Path folder, String name, String... options) {
        Path object = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                Tool.CLANG_22.require().toString(),
                "--target=bpf",
                "-mcpu=v1",
                "-O2",
                "-g",
                "-Wno-unused-command-line-argument",
                "-I/usr/include/x86_64-linux-gnu",
                "-I/usr/include/aarch64-linux-gnu"));
        Tool.LIBBPF_HEADERS.require();
        directive("FLAGS").ifPresent(flags -> command.addAll(List.of(flags.split(" ", -1))));
        command.addAll(List.of(options));
        command.addAll(List.of("-c", source.toAbsolutePath().toString(), "-o", object.toString()));
        Command.run(folder, command).orFail();
        return object;
    }

    private Optional<String> directive(String name) {
        try (Stream<String> lines = Files.lines(source)) {
            String start = "// " + name + ": ";
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        String name = String.valueOf(source.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
