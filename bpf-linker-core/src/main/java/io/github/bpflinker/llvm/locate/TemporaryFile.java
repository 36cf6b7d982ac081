package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes temporary files, also where the system's folder for them can't be written. */
public final class TemporaryFile {

    private TemporaryFile() {}

    /**
     * A new file that nobody else can write; in the cache if there is no other place.
     *
     * @throws IOException if it can't be made there either
     */
    public static Path create(String prefix, String suffix) throws IOException {
        try {
            return Files.createTempFile(prefix, suffix);
        } catch (IOException e) {
            Path folder = CacheFolder.of(LlvmEnvironment.ofSystem()).folder("tmp");
            return Files.createTempFile(folder, prefix, suffix);
        }
    }
}
