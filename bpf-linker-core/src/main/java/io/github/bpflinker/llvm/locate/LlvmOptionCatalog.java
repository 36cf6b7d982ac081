package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.text.NearestNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command-line options of a libLLVM. LLVM's C API silently ignores unknown options, so they are validated first.
 * The list of options ({@code --help-list-hidden}) is read in a child process once per library; values are checked in a
 * child process once per list of arguments. Both results are cached.
 */
public final class LlvmOptionCatalog {

    /**
     * Two or more spaces, the name, and {@code =<uint>} if it has a value, or {@code [=<…>]} if the value is optional.
     */
    private static final Pattern LISTED = Pattern.compile("^ {2,8}--?([A-Za-z0-9_][^\\s=\\[]*)(=<|\\[=)?.*");

    private static final Pattern GIVEN = Pattern.compile("--?([^=]+)(=.*)?", Pattern.DOTALL);

    private static final Pattern REJECTED =
            Pattern.compile("^" + LlvmProbe.PROGRAM + ": for the --?(\\S+) option: (.*)$", Pattern.MULTILINE);

    private static final Set<String> EXITING =
            Set.of("help", "help-hidden", "help-list", "help-list-hidden", "h", "version");

    private static final int SUGGESTIONS = 3;
    private static final String TAKES_VALUE = "=";

    private final Path library;
    private final CacheFolder cache;
    private final TreeMap<String, Boolean> needsValue = new TreeMap<>();

    private LlvmOptionCatalog(Path library, CacheFolder cache, List<String> lines) {
        this.library = library;
        this.cache = cache;
        for (String line : lines) {
            boolean needed = line.endsWith(TAKES_VALUE);
            needsValue.put(needed ? line.substring(0, line.length() - 1) : line, needed);
        }
    }

    /**
     * Reads the options of a library.
     *
     * @throws LinkException {@link Problem#LLVM_UNUSABLE} if it lists no options
     */
    public static LlvmOptionCatalog of(Path library, CacheFolder cache) {
        try {
            LibraryCacheKey key = LibraryCacheKey.of(library);
            CachedAnswer remembered = CachedAnswer.about(key, cache, "options", ".txt");
            Optional<String> known = remembered.read();
            if (known.isPresent()) {
                return new LlvmOptionCatalog(
                        key.library(), cache, known.get().lines().toList());
            }
            ChildJvm.Outcome outcome = new ChildJvm(cache)
                    .run(List.of(LlvmProbe.OPTIONS, key.library().toString()));
            List<String> listed = listed(outcome.output());
            if (listed.isEmpty()) {
                throw unusable(library, "lists no options: " + outcome.lastWords());
            }
            remembered.write(String.join("\n", listed));
            return new LlvmOptionCatalog(key.library(), cache, listed);
        } catch (IOException e) {
            throw unusable(library, "can't be asked for its options: " + SystemReason.of(e));
        }
    }

    private static List<String> listed(String help) {
        return help.lines()
                .map(LISTED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1) + ("=<".equals(matcher.group(2)) ? TAKES_VALUE : ""))
                .distinct()
                .toList();
    }

    /** The names, without dashes. */
    public Set<String> names() {
        return Set.copyOf(needsValue.keySet());
    }

    /** Whether there is an option of this name, without dashes. */
    public boolean has(String name) {
        return needsValue.containsKey(name);
    }

    /**
     * Validates arguments for LLVM in the forms {@code -name}, {@code --name} or {@code --name=value}.
     *
     * @throws LinkException with a diagnostic for each invalid argument: {@link Problem#LLVM_OPTION_UNKNOWN} with the
     *     nearest existing ones, {@link Problem#LLVM_OPTION_EXITS}, {@link Problem#LLVM_OPTION_INVALID} with LLVM's
     *     reason
     */
    public void validate(List<String> arguments) {
        List<Diagnostic> findings = new ArrayList<>();
        for (String argument : arguments) {
            finding(argument).ifPresent(findings::add);
        }
        if (findings.isEmpty() && !arguments.isEmpty()) {
            findings.addAll(rejectedValues(arguments));
        }
        if (!findings.isEmpty()) {
            throw new LinkException(findings, null);
        }
    }

    private Optional<Diagnostic> finding(String argument) {
        Matcher matcher = GIVEN.matcher(argument);
        if (!matcher.matches()) {
            return Optional.of(unknown(argument, argument));
        }
        String name = matcher.group(1);
        if (EXITING.contains(name)) {
            return Optional.of(Diagnostic.error(Problem.LLVM_OPTION_EXITS).withSymbol(argument));
        }
        Boolean needed = needsValue.get(name);
        if (needed == null) {
            return Optional.of(unknown(argument, name));
        }
        if (needed && matcher.group(2) == null) {
            return Optional.of(invalid(argument, "needs a value: --" + name + "=…"));
        }
        return Optional.empty();
    }

    private Diagnostic unknown(String argument, String name) {
        return Diagnostic.error(Problem.LLVM_OPTION_UNKNOWN)
                .withSymbol(argument)
                .withRelated(NearestNames.of(name, needsValue.keySet(), SUGGESTIONS).stream()
                        .map(near -> "--" + near)
                        .toList());
    }

    private static Diagnostic invalid(String argument, String reason) {
        return Diagnostic.error(Problem.LLVM_OPTION_INVALID)
                .withSymbol(argument)
                .withDetail(reason);
    }

    /** Finds invalid values. LLVM prints errors to standard error and continues. */
    private List<Diagnostic> rejectedValues(List<String> arguments) {
        try {
            String given = String.join("\n", arguments);
            String suffix = "-" + Integer.toHexString(given.hashCode()) + ".txt";
            CachedAnswer accepted = CachedAnswer.about(LibraryCacheKey.of(library), cache, "accepted", suffix);
            if (accepted.read().filter(given::equals).isPresent()) {
                return List.of();
            }
            List<String> command = new ArrayList<>(List.of(LlvmProbe.CHECK, library.toString()));
            command.addAll(arguments);
            ChildJvm.Outcome outcome = new ChildJvm(cache).run(command);
            List<Diagnostic> findings = REJECTED.matcher(outcome.output())
                    .results()
                    .map(match -> invalid(asGiven(match.group(1), match.group(2), arguments), match.group(2)))
                    .toList();
            if (!findings.isEmpty()) {
                return findings;
            }
            if (!outcome.output().contains(LlvmProbe.MARK + "checked")) {
                return List.of(invalid(given.replace('\n', ' '), outcome.lastWords()));
            }
            accepted.write(given);
            return List.of();
        } catch (IOException e) {
            throw unusable(library, "can't try its options: " + SystemReason.of(e));
        }
    }

    /** The argument to which LLVM's error refers; the error quotes the value. */
    private static String asGiven(String name, String reason, List<String> arguments) {
        String bad = "--" + name;
        for (String argument : arguments) {
            Matcher matcher = GIVEN.matcher(argument);
            if (matcher.matches() && matcher.group(1).equals(name)) {
                bad = argument;
                if (reason.contains("'" + argument.substring(argument.indexOf('=') + 1) + "'")) {
                    return argument;
                }
            }
        }
        return bad;
    }

    private static LinkException unusable(Path library, String reason) {
        return new LinkException(Diagnostic.error(Problem.LLVM_UNUSABLE)
                .withInput(library.toString())
                .withDetail(reason));
    }
}
