package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.doctor.Check.Area;
import java.util.ArrayList;
import java.util.List;

/** Runs all checks, area by area. */
public final class DoctorChecks {

    private DoctorChecks() {}

    /** Runs all checks. Starts compilers to read their versions, and a JVM for each LLVM without a cached probe. */
    public static List<Check> run(DoctorRequest request, BuildLog log) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.found(
                Area.JAVA,
                "JVM of Maven",
                System.getProperty("java.version", ""),
                System.getProperty("java.home", ""),
                ""));
        checks.addAll(LlvmChecks.run(request));
        checks.addAll(CChecks.run(request));
        checks.addAll(RustChecks.run(request, log));
        checks.addAll(KernelChecks.run(request));
        return checks;
    }
}
