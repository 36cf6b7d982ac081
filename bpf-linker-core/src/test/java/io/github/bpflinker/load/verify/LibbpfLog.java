package io.github.bpflinker.load.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libbpf and the kernel printed while an object was loaded, sorted by program: the form in which the logs of other
 * kernels are kept.
 *
 * @param programs the verifier's log of each program, in order; of the last attempt if libbpf retried
 * @param refused the names of the programs that were refused
 * @param loader the lines outside of the verifier's logs
 */
record LibbpfLog(Map<String, List<String>> programs, Set<String> refused, List<String> loader) {

    /** The start of a program's log, since libbpf 0.7. */
    private static final Pattern BEGIN = Pattern.compile("libbpf: prog '(.*)': -- BEGIN PROG LOAD LOG --");

    private static final String LIBBPF = "libbpf: ";
    private static final String END = "-- END PROG LOAD LOG --";

    /** The line that names a rejected program without a reason. */
    private static final Pattern FAILED =
            Pattern.compile("libbpf: prog '(.*)': (?:BPF program load failed|failed to load|failed to prepare load).*");

    /** The line with the text of the kernel's error number. */
    private static final Pattern ERRNO = Pattern.compile("libbpf: prog '(.*)': (BPF program load failed: .*)");

    public LibbpfLog {
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
        refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
        loader = List.copyOf(loader);
    }

    /** Sorts the lines; whatever it does not know counts to the loader. */
    public static LibbpfLog parse(String text) {
        Map<String, List<String>> programs = new LinkedHashMap<>();
        Set<String> refused = new LinkedHashSet<>();
        List<String> loader = new ArrayList<>();
        List<String> current = loader;
        for (String line : text.lines().toList()) {
            Matcher begin = BEGIN.matcher(line);
            Matcher failed = FAILED.matcher(line);
            if (begin.matches()) {
                current = new ArrayList<>();
                programs.put(begin.group(1), current);
            } else if (line.equals(END)) {
                current = loader;
            } else {
                if (failed.matches()) {
                    refused.add(failed.group(1));
                }
                current.add(line);
            }
        }
        return new LibbpfLog(programs, refused, loader);
    }

    /** The verifier's log of a program; empty if there is none. */
    public List<String> of(String program) {
        return List.copyOf(programs.getOrDefault(program, List.of()));
    }

    /** The loader's reason for rejecting a program before verification, or the text of the kernel's error number. */
    public Optional<String> loaderReason(String program) {
        String about = LIBBPF + "prog '" + program + "': ";
        return loader.stream()
                .filter(line -> line.startsWith(about) && !FAILED.matcher(line).matches())
                .map(line -> line.substring(about.length()))
                .findFirst()
                .or(() -> loader.stream()
                        .map(ERRNO::matcher)
                        .filter(line -> line.matches() && line.group(1).equals(program))
                        .map(line -> line.group(2) + "; the kernel does not say more")
                        .findFirst());
    }
}
