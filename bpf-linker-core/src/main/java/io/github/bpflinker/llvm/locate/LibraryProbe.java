package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Determines the version of libraries and whether they support BPF. The results are cached. */
final class LibraryProbe {

    /** The lifetime of a cached failure, since the user can install missing dependencies. */
    private static final Duration FAILURES_LAST = Duration.ofMinutes(1);

    private static final String FAILED = "unusable ";

    private final CacheFolder cache;

    LibraryProbe(CacheFolder cache) {
        this.cache = cache;
    }

    /** Probes a library, unless its name shows that it is too old. Errors are returned in {@code unusable}. */
    LlvmInstallation ask(LibraryCandidate candidate) {
        Optional<LibraryCandidate.Release> release = candidate.release();
        if (release.isPresent() && release.get().major() < LlvmInstallation.OLDEST_MAJOR) {
            return unusable(
                    candidate, LlvmInstallation.olderThanSupported(release.get().major()));
        }
        try {
            LibraryCacheKey key = LibraryCacheKey.of(candidate.library());
            CachedAnswer remembered = remembered(key, cache);
            Optional<String> known = remembered.read();
            if (known.isEmpty() || isForgotten(known.get(), remembered.file())) {
                known = Optional.of(answer(new ChildJvm(cache)
                        .run(List.of(LlvmProbe.VERSION, candidate.library().toString()))));
                remembered.write(known.get());
            }
            return installation(candidate, known.get());
        } catch (IOException e) {
            return unusable(candidate, "can't be asked: " + SystemReason.of(e));
        }
    }

    static CachedAnswer remembered(LibraryCacheKey library, CacheFolder cache) {
        return CachedAnswer.about(library, cache, "probes", ".txt");
    }

    private static boolean isForgotten(String answer, Path file) {
        return answer.startsWith(FAILED)
                && file.toFile().lastModified() < System.currentTimeMillis() - FAILURES_LAST.toMillis();
    }

    /** The result in one line: a version, a version and an error, or an error. */
    private static String answer(ChildJvm.Outcome outcome) {
        List<String> said = outcome.output()
                .lines()
                .filter(line -> line.startsWith(LlvmProbe.MARK))
                .map(line -> line.substring(LlvmProbe.MARK.length()))
                .toList();
        Optional<String> version = after(said, "version ");
        Optional<String> unloadable = after(said, "unloadable ");
        if (unloadable.isPresent()) {
            return FAILED + "can't be loaded: " + unloadable.get();
        }
        if (said.contains("ancient")) {
            return FAILED + "is older than LLVM " + LlvmInstallation.OLDEST_MAJOR + ", the oldest that works";
        }
        if (said.contains("stranger")) {
            return FAILED + "is no libLLVM";
        }
        if (version.isEmpty() || !said.contains("done")) {
            return FAILED + "can't be loaded: " + outcome.lastWords();
        }
        return version.get() + (after(said, "missing ").isPresent() ? " has no BPF target" : "");
    }

    private static Optional<String> after(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }

    private static LlvmInstallation installation(LibraryCandidate candidate, String answer) {
        Optional<LlvmVersion> version = LlvmVersion.parse(answer);
        if (version.isEmpty()) {
            String reason = answer.startsWith(FAILED) ? answer.substring(FAILED.length()) : answer;
            return unusable(candidate, reason);
        }
        LlvmInstallation found = LlvmInstallation.of(candidate.provider(), candidate.library(), version.get());
        int space = answer.indexOf(' ');
        return space < 0 || !found.isUsable()
                ? found
                : new LlvmInstallation(
                        found.provider(), found.library(), version, Optional.of(answer.substring(space + 1)));
    }

    private static LlvmInstallation unusable(LibraryCandidate candidate, String reason) {
        return new LlvmInstallation(candidate.provider(), candidate.library(), Optional.empty(), Optional.of(reason));
    }
}
