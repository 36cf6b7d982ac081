package io.github.bpflinker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The modules of a {@link DebianKernel}, in {@code lib/modules} or {@code usr/lib/modules} beside the folder of the image. */
final class ModuleFile {

    private ModuleFile() {}

    /** The uncompressed content of a module; the calling test is skipped, or fails, if there are no modules. */
    static byte[] read(Path image, String name) {
        String release = String.valueOf(image.getFileName()).replace("vmlinuz-", "");
        Path modules = Stream.of("lib/modules", "usr/lib/modules")
                .map(folder ->
                        image.resolve("../..").normalize().resolve(folder).resolve(release))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() ->
                        DebianKernel.missing("needs the modules of " + image + " in lib/modules beside its folder"));
        return find(modules, name);
    }

    private static byte[] find(Path modules, String name) {
        try (Stream<Path> files = Files.walk(modules)) {
            Path file = files.filter(each -> String.valueOf(each.getFileName()).matches(name + "\\.ko(\\.xz)?"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no module " + name + " in " + modules));
            return file.toString().endsWith(".xz") ? uncompressed(file) : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] uncompressed(Path file) throws IOException {
        Path target = Files.createTempFile("module", ".ko");
        try {
            Command.run("sh", "-c", "exec xz -dc \"$0\" >\"$1\"", file.toString(), target.toString())
                    .orFail();
            return Files.readAllBytes(target);
        } finally {
            Files.delete(target);
        }
    }
}
