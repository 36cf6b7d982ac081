package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.project.ObjectSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects conflicts between executions of one project in a run of Maven. All executions compile before the first one
 * links, so bitcode files of the same name must be identical. Thread-safe.
 */
public final class ExecutionConflicts {

    private record Compiled(String execution, String settings) {}

    private final Map<List<String>, Compiled> known = new ConcurrentHashMap<>();

    /**
     * Registers an execution.
     *
     * @throws BuildFailure if another execution compiles the same object with other settings, or another crate, to the
     *     same directory
     */
    public void add(String execution, CompileRequest request) {
        for (ObjectSpec object : request.objects()) {
            for (Path source : object.sources()) {
                String settings = request.c() + " " + request.clang() + " " + object.isMixed();
                add(execution, request, object.name(), source.toString(), settings);
            }
            object.crate().ifPresent(crate -> add(execution, request, object.name(), "", crate + " " + request.rust()));
        }
    }

    private void add(String execution, CompileRequest request, String object, String what, String settings) {
        String work = request.layout().work().toString();
        Compiled now = new Compiled(execution, Digest.ofTexts(List.of(settings)));
        Compiled first = known.putIfAbsent(List.of(work, object, what), now);
        if (first != null && !first.settings().equals(now.settings())) {
            throw new BuildFailure(new Reason.CompiledTwice(object, first.execution(), execution, work));
        }
    }
}
