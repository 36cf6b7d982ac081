package io.github.bpflinker.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The functions that the kernel can trace: {@code available_filter_functions} of tracefs. */
final class TraceableFunctions {

    private TraceableFunctions() {}

    /** Those that are wanted; of several with the same name none, as the kernel would not know which. */
    static Set<String> find(Path tracefs, Predicate<String> wanted) {
        TreeSet<String> found = new TreeSet<>();
        Set<String> twice = new HashSet<>();
        Path file = tracefs.resolve("available_filter_functions");
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(' ');
                String name = end < 0 ? line : line.substring(0, end);
                if (wanted.test(name) && !found.add(name)) {
                    twice.add(name);
                }
            }
        } catch (IOException e) {
            throw AttachException.unsuitable("the functions that this kernel can trace can't be read from tracefs ("
                    + e.getMessage() + "); name them without patterns, or use a kernel with CONFIG_FUNCTION_TRACER");
        }
        found.removeAll(twice);
        return found;
    }
}
