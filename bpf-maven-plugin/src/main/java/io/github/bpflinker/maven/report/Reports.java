package io.github.bpflinker.maven.report;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.messages.LinkFindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes report files, and converts exceptions of the linker's library. */
public final class Reports {

    private Reports() {}

    /**
     * Writes a file if its content changes, so that files that depend on it stay up to date.
     *
     * @return whether it was written
     * @throws BuildFailure if it can't be written
     */
    public static boolean write(Path file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file of any content as {@link #write(Path, String)} does.
     *
     * @return whether it was written
     * @throws BuildFailure if it can't be written
     */
    public static boolean write(Path file, byte[] bytes) {
        Path target = file.toAbsolutePath();
        try {
            if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return false;
            }
            Path folder = target.getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".bpf", ".tmp");
            try {
                Files.write(fresh, bytes);
                fresh.toFile().setReadable(true, false);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return true;
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    /** The text of a file; empty if it does not exist. */
    public static String readIfThere(Path file) {
        try {
            // Invalid UTF-8 is replaced; the caller rejects invalid text.
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw BuildFailure.unreadable(file, e);
        }
    }

    /** Converts the exception to a build failure. */
    public static BuildFailure failure(LinkException e) {
        return new BuildFailure(new Reason.LinkerRefuses(LinkFindings.sentence(e.diagnostic())), e);
    }
}
