package io.github.bpflinker.maven.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Which compilers ran for which object, and for how long. Thread-safe. */
final class CompileTally {

    private record Runs(int c, int crates, long nanos) {
        Runs plus(Runs more) {
            return new Runs(c + more.c, crates + more.crates, nanos + more.nanos);
        }
    }

    private final Map<String, Runs> byObject = new ConcurrentHashMap<>();

    /** A run of clang. */
    void addC(String object, long nanos) {
        byObject.merge(object, new Runs(1, 0, nanos), Runs::plus);
    }

    /** A run of cargo. */
    void addCrate(String object, long nanos) {
        byObject.merge(object, new Runs(0, 1, nanos), Runs::plus);
    }

    /** How many compilers ran. */
    int total() {
        return byObject.values().stream().mapToInt(runs -> runs.c + runs.crates).sum();
    }

    /** What to say of an object; empty if nothing ran for it. */
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
