package io.github.bpflinker.cli;

import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the stack trace of an unexpected exception to a report, so that the user sees only a message. */
final class CrashReport {

    private CrashReport() {}

    /** Writes a report to a temporary file and returns the message that names it. */
    static String write(Throwable failure, List<String> arguments) {
        String what = "internal error: "
                + Printable.line(failure.toString().lines().findFirst().orElse(""));
        try {
            Path file = Files.createTempFile("bpf-linker-", "-report.txt");
            Files.writeString(file, content(failure, arguments), StandardCharsets.UTF_8);
            return what + "; please report it with the inputs and " + file;
        } catch (IOException e) {
            return what + "; please report it with the inputs";
        }
    }

    private static String content(Throwable failure, List<String> arguments) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return "bpf-linker " + VersionText.ownVersion() + "\n"
                + "java " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + "\n"
                + "os " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + "\n"
                + "arguments " + String.join("\n    ", arguments) + "\n\n"
                + trace;
    }
}
