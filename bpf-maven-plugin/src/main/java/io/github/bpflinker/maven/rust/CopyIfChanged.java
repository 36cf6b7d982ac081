package io.github.bpflinker.maven.rust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Copies a file only if its content differs, so that the timestamp of an unchanged copy is kept. */
final class CopyIfChanged {

    private CopyIfChanged() {}

    static void replace(byte[] content, Path target) throws IOException {
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, content);
        }
    }
}
