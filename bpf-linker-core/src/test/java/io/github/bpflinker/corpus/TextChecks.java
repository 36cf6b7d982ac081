package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.corpus.Directive.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives that look for regular expressions in texts. Those of one text must match one behind the other; what
 * tools print to standard error may come in any order.
 */
final class TextChecks {

    private static final Set<Kind> IN_ORDER =
            Set.of(Kind.STDERR, Kind.STDOUT, Kind.FILE, Kind.DISASM, Kind.IR, Kind.BTF);

    private final LinkOutcome outcome;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    TextChecks(LinkOutcome outcome) {
        this.outcome = outcome;
    }

    void verify(Directive directive) throws IOException {
        String value = directive.value();
        boolean file = directive.kind() == Kind.FILE || directive.kind() == Kind.NOT_FILE;
        int space = file ? value.indexOf(' ') : -1;
        String source =
                file ? value.substring(0, space) : directive.kind().spelling().replace("NOT-", "");
        Pattern pattern = Pattern.compile(value.substring(space + 1).strip(), Pattern.MULTILINE);
        if (!texts.containsKey(source)) {
            texts.put(source, outcome.text(source));
        }
        if (IN_ORDER.contains(directive.kind())) {
            find(source, pattern);
        } else {
            assertThat(texts.get(source)).as(source).doesNotContainPattern(pattern);
        }
    }

    private void find(String source, Pattern pattern) {
        String text = texts.getOrDefault(source, "");
        int start = source.equals(Kind.STDERR.name()) ? 0 : positions.getOrDefault(source, 0);
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find(start)) {
            throw new AssertionError(
                    source + " does not match " + pattern + " behind character " + start + ":\n" + text);
        }
        positions.put(source, matcher.end());
    }
}
