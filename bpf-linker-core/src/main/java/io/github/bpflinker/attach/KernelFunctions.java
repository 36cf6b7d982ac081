package io.github.bpflinker.attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Names of functions of the kernel and its modules, as {@code /proc/kallsyms} has them. */
final class KernelFunctions {

    private static final Path SYMBOLS = Path.of("/proc/kallsyms");

    private KernelFunctions() {}

    /** Those that are wanted; none if they can't be read. */
    static NavigableSet<String> find(Predicate<String> wanted) {
        NavigableSet<String> found = new TreeSet<>();
        try (BufferedReader lines = Files.newBufferedReader(SYMBOLS, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int type = line.indexOf(' ') + 1;
                int end = line.indexOf('\t', type);
                String name = end < 0 ? line.substring(type + 2) : line.substring(type + 2, end);
                boolean function = line.charAt(type) == 't' || line.charAt(type) == 'T';
                if (function && wanted.test(name)) {
                    found.add(name);
                }
            }
        } catch (IOException e) {
            // Not there without CONFIG_KALLSYMS, or hidden.
            return found;
        }
        return found;
    }
}
