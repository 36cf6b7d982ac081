package io.github.bpflinker.maven.worker;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Extracts the relevant lines from the log of a worker that ended unexpectedly. */
public final class CrashLogLines {

    private static final Pattern HEADLINE = Pattern.compile("LLVM ERROR|[Aa]ssertion|fatal error");

    private CrashLogLines() {}

    /** LLVM's error, if there is one, and the last lines. */
    public static String of(String log) {
        List<String> said =
                log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Set<String> gist = new LinkedHashSet<>();
        said.stream().filter(line -> HEADLINE.matcher(line).find()).findFirst().ifPresent(gist::add);
        if (!said.isEmpty()) {
            gist.add(said.get(said.size() - 1));
        }
        return String.join(" … ", gist);
    }
}
