package io.github.bpflinker.corpus;

import io.github.bpflinker.corpus.Directive.Kind;
import io.github.bpflinker.corpus.Step.Build;
import io.github.bpflinker.corpus.Step.How;
import io.github.bpflinker.corpus.Step.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes steps of directives: builds, and links with the checks below them. */
final class StepReader {

    private static final Pattern BUILD = Pattern.compile("(\\S+) = (\\S+)(.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private final CaseParser parser;
    private final String mainSource;
    private final List<Step> steps = new ArrayList<>();
    private final List<Directive> checks = new ArrayList<>();
    private @Nullable Directive link;

    StepReader(CaseParser parser, String mainSource) {
        this.parser = parser;
        this.mainSource = mainSource;
    }

    List<Step> read(List<Directive> directives) {
        if (directives.stream().noneMatch(directive -> isLink(directive.kind()))) {
            addDefaults(directives);
        }
        directives.forEach(this::add);
        finishLink();
        return steps;
    }

    /** A case that names no link compiles its only source and links that with BTF. */
    private void addDefaults(List<Directive> directives) {
        if (mainSource.endsWith(".rs")) {
            link = new Directive(Kind.RUSTC, mainSource + " -- --btf", 1);
        } else {
            link = new Directive(Kind.LINK, defaultInput(directives) + " --btf", 1);
        }
    }

    private String defaultInput(List<Directive> directives) {
        if (!mainSource.endsWith(".c") || directives.stream().anyMatch(d -> d.kind() == Kind.BUILD)) {
            return mainSource;
        }
        String bitcode = mainSource.replaceFirst("c$", "bc");
        steps.add(new Build(bitcode, Compilers.DEFAULT, List.of(mainSource), 1));
        return bitcode;
    }

    private void add(Directive directive) {
        if (directive.kind() == Kind.BUILD) {
            finishLink();
            steps.add(build(directive));
        } else if (isLink(directive.kind())) {
            finishLink();
            link = directive;
        } else if (directive.kind().isCheck()) {
            if (link == null) {
                throw parser.error(directive.line(), "a check comes after the link that it is about");
            }
            checks.add(directive);
        }
    }

    private Build build(Directive directive) {
        Matcher matcher = BUILD.matcher(directive.value());
        if (!matcher.matches()) {
            throw parser.error(directive.line(), "BUILD: output = tool arguments");
        }
        return new Build(matcher.group(1), matcher.group(2), words(matcher.group(3)), directive.line());
    }

    private void finishLink() {
        if (link == null) {
            return;
        }
        Link step = new Link(How.valueOf(link.kind().name()), words(link.value()), checks, link.line());
        if (step.expectedExit() != 0 && !step.has(Kind.STDERR)) {
            throw parser.error(step.line(), "a link that fails says why: STDERR is missing");
        }
        if (checks.isEmpty()) {
            throw parser.error(step.line(), "a link that nothing checks");
        }
        steps.add(step);
        checks.clear();
        link = null;
    }

    private static boolean isLink(Kind kind) {
        return kind.compareTo(Kind.LINK) >= 0 && !kind.isCheck();
    }

    /** Splits at white space outside of single quotes. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }
}
