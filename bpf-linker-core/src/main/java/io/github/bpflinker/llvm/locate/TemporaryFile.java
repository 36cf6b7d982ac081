package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Creates temporary files, also if the system's directory for them is not writable. */
public final class TemporaryFile {

    private TemporaryFile() {}

    /**
     * Creates a file that only the user can write, in the cache if the temporary directory is not writable.
     *
     * @throws IOException if it can't be created there either
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
