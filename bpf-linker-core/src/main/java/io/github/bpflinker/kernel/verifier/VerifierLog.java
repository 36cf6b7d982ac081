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

    /** That a program was refused, not why. */
    private static final Pattern FAILED =
            Pattern.compile("libbpf: prog '(.*)': (?:BPF program load failed|failed to load|failed to prepare load).*");

    /** With the kernel's error number in words. */
    private static final Pattern ERRNO = Pattern.compile("libbpf: prog '(.*)': (BPF program load failed: .*)");

    /** What is no reason: it follows from one, or goes on all the same. */
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

    /** Why the loader gave up a program before the verifier saw it, or what error number the kernel gave. */
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

    /** Why the object was refused, if that was not the verifier's doing: the loader's first line that is a reason. */
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
