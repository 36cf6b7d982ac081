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

/** The report as text. */
public final class DoctorText {

    private DoctorText() {}

    /** The lines of the report: a title for each area, and for each check a line and the remedy. */
    public static List<String> lines(List<Check> checks) {
        List<String> lines = new ArrayList<>();
        for (Area area : Area.values()) {
            lines.add(area.title());
            checks.stream().filter(check -> check.area() == area).forEach(check -> add(check, lines));
        }
        return lines;
    }

    /** The failure that lists the missing components that the project needs; empty if there are none. */
    public static Optional<BuildFailure> failure(List<Check> checks) {
        String missing = checks.stream()
                .filter(check -> check.status() == Status.NEEDED)
                .map(check -> check.name() + " (" + check.text() + "): "
                        + check.remedy().orElse("no remedy known"))
                .collect(Collectors.joining("; "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new BuildFailure(new Reason.DoctorFoundMissing(missing)));
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
