package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.llvm.locate.LlvmInstallation;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import io.github.bpflinker.maven.doctor.Check.Area;
import io.github.bpflinker.maven.messages.LinkFindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks every libLLVM, in child processes. */
final class LlvmChecks {

    private LlvmChecks() {}

    static List<Check> run(DoctorRequest request) {
        List<Check> checks = new ArrayList<>();
        Optional<Path> jar = request.natives().jarIfAvailable();
        boolean usable = false;
        for (LlvmInstallation llvm : all(request.environment(), jar, checks)) {
            checks.add(check(llvm));
            usable |= llvm.isUsable();
        }
        if (jar.isEmpty()) {
            checks.add(notFetched(request, usable));
        }
        return checks;
    }

    private static List<LlvmInstallation> all(LlvmEnvironment environment, Optional<Path> jar, List<Check> checks) {
        LlvmEnvironment withJar = new LlvmEnvironment(
                environment.variables(),
                environment.host(),
                environment.root(),
                environment.home(),
                environment.temporary(),
                environment.libraryPath(),
                environment.classPath(),
                environment.classLoaders(),
                jar.isPresent() ? jar : environment.nativesJar());
        try {
            return new LlvmLocator(withJar, CacheFolder.of(withJar)).findAll();
        } catch (LinkException e) {
            checks.add(Check.note(Area.LLVM, "search", "", LinkFindings.sentence(e.diagnostic()), ""));
            return List.of();
        }
    }

    private static Check check(LlvmInstallation llvm) {
        String name = llvm.provider().optionName();
        String path = llvm.library().toString();
        String version = llvm.version().map(Object::toString).orElse("");
        Optional<String> unusable = llvm.unusable();
        return unusable.isPresent()
                ? Check.note(Area.LLVM, name, path, "not usable: " + unusable.get(), "")
                : Check.found(Area.LLVM, name, version, path, "");
    }

    /**
     * The check of natives that are not downloaded yet. They are downloaded on first use, so they are only reported
     * missing if that is not possible.
     */
    private static Check notFetched(DoctorRequest request, boolean otherUsable) {
        String artifact = "org.bytedeco:llvm " + request.natives().identity();
        if (!request.offline()) {
            return Check.note(
                    Area.LLVM,
                    "embedded",
                    "",
                    artifact + " is not in the local repository; fetched when first needed",
                    "");
        }
        return Check.missing(
                Area.LLVM,
                "embedded",
                !request.objects().isEmpty() && !otherUsable,
                artifact + " is not in the local repository, and Maven is offline",
                "run once without -o, or apt-get install libllvm19 and set <llvm>system</llvm>");
    }
}
