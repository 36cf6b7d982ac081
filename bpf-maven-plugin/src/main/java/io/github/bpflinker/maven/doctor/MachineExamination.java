package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.doctor.Check.Area;
import java.util.ArrayList;
import java.util.List;

/** All checks, one area after the other. */
public final class MachineExamination {

    private MachineExamination() {}

    /** Runs them. Starts compilers to ask for their versions, and a JVM for each LLVM that was never seen before. */
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
