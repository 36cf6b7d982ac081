package io.github.bpflinker.kernel.verifier;

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
 * What libbpf and the kernel printed while an object was loaded, sorted by program.
 *
 * @param programs those that the verifier wrote about, in their order; if libbpf tried one twice, the last try
 * @param refused the names of the programs that were refused
 * @param loader the lines outside of the verifier's logs
 */
public record VerifierLog(Map<String, List<String>> programs, Set<String> refused, List<String> loader) {

    /** As libbpf has printed them since 0.7. */
    private static final Pattern BEGIN = Pattern.compile("libbpf: prog '(.*)': -- BEGIN PROG LOAD LOG --");

    private static final String LIBBPF = "libbpf: ";
    private static final String END = "-- END PROG LOAD LOG --";
    private static final Pattern FAILED =
            Pattern.compile("libbpf: prog '(.*)': (?:BPF program load failed|failed to load).*");

    public VerifierLog {
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
        refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
        loader = List.copyOf(loader);
    }

    /** Sorts the lines; whatever it does not know counts to the loader. */
    public static VerifierLog parse(String text) {
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
        return new VerifierLog(programs, refused, loader);
    }

    /** What the verifier wrote about a program; empty if nothing. */
    public List<String> of(String program) {
        return List.copyOf(programs.getOrDefault(program, List.of()));
    }

    /** Why the object was refused, if that was not the verifier's doing: the loader's first line. */
    public Optional<String> loaderReason() {
        return loader.stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.startsWith(LIBBPF) ? line.substring(LIBBPF.length()) : line)
                .findFirst();
    }
}
