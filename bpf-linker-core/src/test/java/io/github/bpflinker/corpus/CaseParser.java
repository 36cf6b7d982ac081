package io.github.bpflinker.corpus;

import io.github.bpflinker.corpus.CorpusCase.Source;
import io.github.bpflinker.corpus.Directive.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a case file; whatever it does not understand is an error of the case. */
final class CaseParser {

    private static final Pattern DIRECTIVE = Pattern.compile("\\s*(?://|;) ([A-Z][A-Z0-9-]*):(.*)");
    private static final Pattern PART = Pattern.compile("(?://|;)--- (\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("@\\[([a-z0-9-]+)]");

    private final Path file;
    private final String name;
    private final List<String> lines;

    private CaseParser(Path corpus, Path file) throws IOException {
        this.file = file;
        this.name = corpus.relativize(file).toString();
        this.lines = Files.readAllLines(file);
    }

    /** The case in {@code file}, named by its path within {@code corpus}. */
    static CorpusCase parse(Path corpus, Path file) throws IOException {
        return new CaseParser(corpus, file).parse();
    }

    private CorpusCase parse() {
        if (lines.isEmpty()
                || !lines.get(0).matches("(//|;) .+\\.")
                || DIRECTIVE.matcher(lines.get(0)).matches()) {
            throw error(1, "the first line says in a sentence what the case is there for");
        }
        List<Directive> directives = directives();
        List<Source> sources = sources();
        List<Step> steps = new StepReader(this, sources.get(0).name()).read(directives);
        return new CorpusCase(file, name, lines.get(0).replaceFirst("^\\S+ ", ""), llvms(directives), steps, sources);
    }

    IllegalArgumentException error(int line, String message) {
        return new IllegalArgumentException(name + ":" + line + ": " + message);
    }

    private List<Directive> directives() {
        List<Directive> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = DIRECTIVE.matcher(lines.get(i));
            if (matcher.matches()) {
                found.add(new Directive(
                        kind(matcher.group(1), i + 1), resolve(matcher.group(2).strip(), i + 1), i + 1));
            }
        }
        return found;
    }

    private Kind kind(String spelling, int line) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> error(line, "unknown directive " + spelling));
    }

    /** Replaces {@code @[mark]} by the number of the line that ends in {@code [mark]}. */
    private String resolve(String value, int line) {
        return REFERENCE.matcher(value).replaceAll(match -> {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith(" [" + match.group(1) + "]")) {
                    return Integer.toString(i + 1);
                }
            }
            throw error(line, "no line ends in [" + match.group(1) + "]");
        });
    }

    private static List<Llvm> llvms(List<Directive> directives) {
        List<Llvm> named = directives.stream()
                .filter(directive -> directive.kind() == Kind.LLVM)
                .flatMap(directive -> Arrays.stream(directive.value().split("\\s+")))
                .flatMap(spelling -> Llvm.parse(spelling).stream())
                .toList();
        return named.isEmpty() ? List.of(Llvm.AUTO) : named;
    }

    /** The parts of the file, each with as many empty lines before it as keep its line numbers. */
    private List<Source> sources() {
        List<Source> parts = new ArrayList<>();
        int start = -1;
        String part = "";
        for (int i = 0; i <= lines.size(); i++) {
            Matcher matcher = PART.matcher(i < lines.size() ? lines.get(i) : "");
            if (i == lines.size() || matcher.matches()) {
                if (start >= 0) {
                    parts.add(new Source(part, "\n".repeat(start) + text(start, i)));
                }
                if (i < lines.size()) {
                    part = matcher.group(1);
                    start = i + 1;
                }
            }
        }
        return parts.isEmpty() ? List.of(new Source(file.getFileName().toString(), text(0, lines.size()))) : parts;
    }

    private String text(int from, int to) {
        return lines.subList(from, to).stream().map(line -> line + "\n").reduce("", String::concat);
    }
}
