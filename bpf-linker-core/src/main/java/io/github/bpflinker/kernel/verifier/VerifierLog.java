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
import java.util.stream.Stream;

/**
 * The output of libbpf and the kernel during a load, grouped by program.
 *
 * @param programs the verifier's log of each program, in order; of the last attempt if libbpf retried
 * @param refused the names of the programs that were refused
 * @param loader the lines outside of the verifier's logs
 */
public record VerifierLog(Map<String, List<String>> programs, Set<String> refused, List<String> loader) {

    /** The start of a program's log, since libbpf 0.7. */
    private static final Pattern BEGIN = Pattern.compile("libbpf: prog '(.*)': -- BEGIN PROG LOAD LOG --");

    private static final String LIBBPF = "libbpf: ";
    private static final String END = "-- END PROG LOAD LOG --";

    /** The line that names a rejected program without a reason. */
    private static final Pattern FAILED =
            Pattern.compile("libbpf: prog '(.*)': (?:BPF program load failed|failed to load|failed to prepare load).*");

    /** The line with the text of the kernel's error number. */
    private static final Pattern ERRNO = Pattern.compile("libbpf: prog '(.*)': (BPF program load failed: .*)");

    /** Lines that are not the cause of a failure: consequences and warnings. */
    private static final Pattern BESIDE =
            Pattern.compile("libbpf: (?:elf: skipping |loading |Error in bpf_create_map_xattr"
                    + "|bpf_create_map_xattr|failed to load object |permission error while running as root).*"
                    + "|Error: failed to (?:load object file|open object file|pin all programs).*"
                    + "|Warning: bpftool is now running in libbpf strict mode.*"
                    + "|If it used to work for this object file but now doesn't, see --legacy.*");

    public VerifierLog {
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
        refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
        loader = List.copyOf(loader);
    }

    /** Parses the output. Unknown lines are attributed to the loader. */
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

    /** The first line of the loader that explains a failure not caused by the verifier. */
    public Optional<String> loaderReason() {
        return reasons()
                .filter(line -> !BESIDE.matcher(line).matches())
                .findFirst()
                .or(() -> reasons().findFirst())
                .map(line -> line.startsWith(LIBBPF) ? line.substring(LIBBPF.length()) : line);
    }

    private Stream<String> reasons() {
        return loader.stream().filter(line -> !line.isBlank());
    }
}
