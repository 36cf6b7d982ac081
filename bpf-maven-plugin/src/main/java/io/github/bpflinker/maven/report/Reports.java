package io.github.bpflinker.maven.report;

import io.github.bpflinker.cli.DiagnosticText;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.messages.LinkerWording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** Writes what goals say into files, and words what the linker's library throws. */
public final class Reports {

    private Reports() {}

    /**
     * Writes a file, unless it says the same already: what depends on it stays up to date.
     *
     * @return whether it was written
     * @throws BuildFailure if it can't be
     */
    public static boolean write(Path file, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
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

    /** What a file says; nothing where there is none. */
    public static String readIfThere(Path file) {
        try {
            // Whatever it holds: bytes that are no UTF-8 are for the reader of the text to refuse.
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw BuildFailure.unreadable(file, e);
        }
    }

    /** The failure that says the same in Maven's terms. */
    public static BuildFailure failure(LinkException e) {
        Finding finding = Finding.general(Severity.ERROR, DiagnosticText.sentence(e.diagnostic()));
        return new BuildFailure(
                Reason.LINKER_REFUSES, e, List.of(LinkerWording.inMaven(finding).text()));
    }
}
