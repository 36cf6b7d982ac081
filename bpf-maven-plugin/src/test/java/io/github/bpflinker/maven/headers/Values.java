package io.github.bpflinker.maven.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a compiler makes of an inventory's declarations, given some headers: each variable's bytes, as assembly. */
final class Values {

    private static final Pattern ERROR = Pattern.compile("(?m)^.*probe\\.c:(\\d+):\\d+: error: ");

    private Values() {}

    /** The bytes by name, without the declarations that these headers cannot compile. */
    static Map<String, String> of(
            Clang clang, Path folder, List<String> includes, Map<String, String> declarations, List<String> options) {
        List<String> names = new ArrayList<>(declarations.keySet());
        while (true) {
            String source = names.stream().map(declarations::get).collect(Collectors.joining("\n", "", "\n"));
            Path file = Machine.write(folder.resolve("probe.c"), source);
            Path assembly = folder.resolve("probe.s");
            List<String> all = new ArrayList<>(List.of("-target", "bpfel", "-w", "-ferror-limit=0", "-S"));
            all.addAll(options);
            includes.forEach(include -> all.addAll(List.of("-include", include)));
            all.addAll(List.of(file.toString(), "-o", assembly.toString()));
            Run run = clang.with(all);
            if (run.succeeded()) {
                return read(assembly);
            }
            Set<Integer> lines = errorLines(run.output());
            if (lines.isEmpty()) {
                throw new AssertionError(run.output());
            }
            lines.stream().sorted((a, b) -> b - a).forEach(line -> names.remove(line - 1));
        }
    }

    private static Set<Integer> errorLines(String output) {
        Set<Integer> lines = new TreeSet<>();
        Matcher error = ERROR.matcher(output);
        while (error.find()) {
            lines.add(Integer.valueOf(error.group(1)));
        }
        return lines;
    }

    private static Map<String, String> read(Path assembly) {
        Map<String, String> values = new LinkedHashMap<>();
        String name = "";
        try {
            for (String line : Files.readAllLines(assembly)) {
                String text = line.replaceAll("#.*", "").strip();
                if (text.matches("(size|value|offset|bits)_\\w+:")) {
                    name = text.substring(0, text.length() - 1);
                } else if (text.matches("\\.(quad|long|short|byte|zero|ascii|asciz).*")) {
                    values.merge(name, text.replaceAll("\\s+", " "), (a, b) -> a + " " + b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
