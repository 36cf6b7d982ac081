package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.doctor.Check.Area;
import io.github.bpflinker.maven.doctor.Check.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, for people. */
public final class DoctorText {

    private DoctorText() {}

    /** A title for each area, then a line for each thing, then what helps. */
    public static List<String> lines(List<Check> checks) {
        List<String> lines = new ArrayList<>();
        for (Area area : Area.values()) {
            lines.add(area.title());
            checks.stream().filter(check -> check.area() == area).forEach(check -> add(check, lines));
        }
        return lines;
    }

    /** The failure that names what the project needs and lacks; empty if it lacks nothing. */
    public static Optional<BuildFailure> failure(List<Check> checks) {
        String missing = checks.stream()
                .filter(check -> check.status() == Status.NEEDED)
                .map(check -> check.name() + " (" + check.text() + "): "
                        + check.remedy().orElse("no remedy known"))
                .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new BuildFailure(Reason.DOCTOR_FOUND_MISSING, missing));
    }

    private static void add(Check check, List<String> lines) {
        String facts = Stream.of(
                        check.version(), check.path(), Optional.of(check.text()).filter(text -> !text.isEmpty()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        lines.add("  " + mark(check.status()) + " " + check.name() + (facts.isEmpty() ? "" : ": " + facts));
        check.remedy().ifPresent(remedy -> lines.add("           " + remedy));
    }

    private static String mark(Status status) {
        return switch (status) {
            case OK -> "ok     ";
            case NOTE -> "note   ";
            case MISSING -> "missing";
            case NEEDED -> "NEEDED ";
        };
    }
}
