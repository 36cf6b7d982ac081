package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.c.Clang;
import io.github.bpflinker.maven.c.ClangSelector;
import io.github.bpflinker.maven.doctor.Check.Area;
import io.github.bpflinker.maven.process.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the C compiler of the project, and the installed one if that is another. */
final class CChecks {

    private static final String INSTALL = "apt-get install clang (Debian, Ubuntu), or set <clang>embedded</clang>";

    private CChecks() {}

    static List<Check> run(DoctorRequest request) {
        List<Check> checks = new ArrayList<>();
        boolean embedded = request.clang().equals(ClangSelector.EMBEDDED);
        if (embedded) {
            checks.add(embedded(request));
        }
        checks.add(installed(request, embedded ? ClangSelector.SYSTEM : request.clang(), request.hasC() && !embedded));
        return checks;
    }

    private static Check embedded(DoctorRequest request) {
        String version = request.natives().version();
        Optional<Path> jar = request.natives().jarIfAvailable();
        if (jar.isPresent()) {
            return Check.found(Area.C, "clang, embedded", version, jar.get().toString(), use(request.hasC()));
        }
        if (!request.offline()) {
            return Check.note(Area.C, "clang, embedded", "", "fetched when first needed", "");
        }
        return Check.missing(
                Area.C,
                "clang, embedded",
                request.hasC(),
                "not in the local repository, and Maven is offline",
                "run once without -o, or apt-get install clang and set <clang>system</clang>");
    }

    private static String use(boolean needed) {
        return needed ? "used by this project" : "";
    }

    private static Check installed(DoctorRequest request, String choice, boolean needed) {
        String name = "clang, " + choice;
        try {
            Clang clang = ClangSelector.choose(
                    choice,
                    request.natives(),
                    request.base(),
                    Optional.ofNullable(request.rust().environment().get("PATH")));
            String path = clang.program().map(Path::toString).orElse("");
            ToolRun.Outcome version = ToolRun.collect(clang.command(List.of("--version")));
            ToolRun.Outcome targets = ToolRun.collect(clang.command(List.of("--print-targets")));
            if (!version.succeeded()) {
                return Check.missing(Area.C, name, needed, path + " fails: " + version.lastWords(), INSTALL);
            }
            boolean bpf = !targets.succeeded()
                    || targets.lines().stream().anyMatch(line -> line.strip().startsWith("bpfel"));
            return bpf
                    ? Check.found(Area.C, name, version.lines().get(0), path, use(needed))
                    : Check.missing(Area.C, name, needed, path + " has no BPF target", INSTALL);
        } catch (BuildFailure e) {
            return Check.missing(Area.C, name, needed, why(e), INSTALL);
        } catch (IOException e) {
            return Check.missing(Area.C, name, needed, "can't be started: " + SystemReason.of(e), INSTALL);
        }
    }

    private static String why(BuildFailure failure) {
        return failure.reason() instanceof MachineReason.ClangUnusable unusable ? unusable.cause() : failure.sentence();
    }
}
