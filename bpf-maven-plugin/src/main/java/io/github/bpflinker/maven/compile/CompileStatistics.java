package io.github.bpflinker.maven.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts and times the compiler runs for each object. Thread-safe. */
final class CompileStatistics {

    private record Runs(int c, int crates, long nanos) {
        Runs plus(Runs more) {
            return new Runs(c + more.c, crates + more.crates, nanos + more.nanos);
        }
    }

    private final Map<String, Runs> byObject = new ConcurrentHashMap<>();

    /** Records a run of clang. */
    void addC(String object, long nanos) {
        byObject.merge(object, new Runs(1, 0, nanos), Runs::plus);
    }

    /** Records a run of cargo. */
    void addCrate(String object, long nanos) {
        byObject.merge(object, new Runs(0, 1, nanos), Runs::plus);
    }

    /** The total number of runs. */
    int total() {
        return byObject.values().stream().mapToInt(runs -> runs.c + runs.crates).sum();
    }

    /** The log line for an object; empty if no compiler ran for it. */
    Optional<String> line(String object) {
        return Optional.ofNullable(byObject.get(object)).map(runs -> {
            List<String> parts = new ArrayList<>();
            count(runs.c, "C file", parts);
            count(runs.crates, "crate", parts);
            return "compiled " + object + ": " + String.join(", ", parts) + " ("
                    + TimeUnit.NANOSECONDS.toMillis(runs.nanos) + " ms)";
        });
    }

    private static void count(int count, String what, List<String> parts) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }
}
