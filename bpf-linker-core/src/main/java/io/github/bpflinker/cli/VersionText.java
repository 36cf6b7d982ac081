package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The output of {@code --version}. */
final class VersionText {

    private VersionText() {}

    static void print(RequestedLlvm choice, PrintStream out) {
        out.println("bpf-linker " + ownVersion());
        out.println(Printable.line("LLVM: " + llvm(choice)));
    }

    /** The version of this build. */
    static String ownVersion() {
        try (InputStream stream = VersionText.class.getResourceAsStream("version.txt")) {
            if (stream == null) {
                throw new IllegalStateException("version.txt is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String llvm(RequestedLlvm choice) {
        try {
            return LlvmLocator.ofSystem().select(choice, List.of()).chosen().describe();
        } catch (LinkException e) {
            return DiagnosticText.sentence(e.diagnostic());
        }
    }
}
