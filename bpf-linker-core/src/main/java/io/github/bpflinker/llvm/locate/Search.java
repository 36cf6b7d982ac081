package io.github.bpflinker.llvm.locate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One search for libraries: looks only where it is asked to, and nowhere twice. Not thread-safe.
 */
final class Search {

    /** Unknown releases first: only asking tells whether they are the newest. */
    private static final Comparator<Candidate> NEWEST_NAME_FIRST = Comparator.comparing((Candidate candidate) ->
                    candidate.release().map(Candidate.Release::major).orElse(Integer.MAX_VALUE))
            .thenComparing(candidate ->
                    candidate.release().map(Candidate.Release::minor).orElse(0))
            .reversed();

    private final LlvmEnvironment environment;
    private final Optional<EmbeddedLlvm> embedded;
    private final LibraryProbe probe;
    private final Map<Provider, List<Candidate>> candidates = new EnumMap<>(Provider.class);
    private final Map<Path, LlvmInstallation> known = new HashMap<>();

    Search(LlvmEnvironment environment, Optional<EmbeddedLlvm> embedded, LibraryProbe probe) {
        this.environment = environment;
        this.embedded = embedded;
        this.probe = probe;
    }

    /** The libraries of a provider, asked one by one as the stream is read; those that the rule excludes are not. */
    Stream<LlvmInstallation> installations(Provider provider, LlvmSelection rule) {
        return candidates(provider).stream()
                .filter(candidate -> candidate
                        .release()
                        .map(release -> rule.mayFit(release.major(), release.minor()))
                        .orElse(true))
                .map(this::ask);
    }

    /** Everything there is, each library once. */
    List<LlvmInstallation> all() {
        Set<Path> seen = new HashSet<>();
        List<Candidate> all = new ArrayList<>();
        for (Provider provider : List.of(Provider.EMBEDDED, Provider.RUSTC, Provider.SYSTEM)) {
            for (Candidate candidate : candidates(provider)) {
                if (seen.add(candidate.library())) {
                    all.add(candidate);
                }
            }
        }
        askAtOnce(all);
        return all.stream().map(this::ask).toList();
    }

    /** Those that the user named: a library, or those in a folder. */
    Stream<LlvmInstallation> at(Path path) {
        return ordered(SystemLibraries.in(path), Provider.EXPLICIT).stream().map(this::ask);
    }

    LlvmInstallation ask(Candidate candidate) {
        return known.computeIfAbsent(candidate.library(), library -> firstAsked(candidate));
    }

    /** Corrects what was assumed of a library that was not looked at. */
    void learn(LlvmInstallation installation, Path assumed) {
        known.put(assumed, installation);
    }

    private LlvmInstallation firstAsked(Candidate candidate) {
        if (candidate.provider() == Provider.EMBEDDED && embedded.isPresent()) {
            return LlvmInstallation.of(
                    Provider.EMBEDDED, candidate.library(), embedded.get().version());
        }
        return probe.ask(candidate);
    }

    private void askAtOnce(List<Candidate> all) {
        Map<Path, LlvmInstallation> answers = all.parallelStream()
                .filter(candidate -> !known.containsKey(candidate.library()))
                .collect(Collectors.toMap(Candidate::library, this::firstAsked));
        known.putAll(answers);
    }

    private List<Candidate> candidates(Provider provider) {
        return candidates.computeIfAbsent(provider, this::find);
    }

    private List<Candidate> find(Provider provider) {
        return switch (provider) {
            case EMBEDDED ->
                embedded.stream()
                        .map(natives -> Candidate.of(provider, natives.plannedLibrary()))
                        .toList();
            case RUSTC ->
                new RustLibraries(environment)
                        .find().stream()
                                .map(library -> Candidate.of(provider, library))
                                .toList();
            case SYSTEM -> ordered(new SystemLibraries(environment).find(), provider);
            case EXPLICIT -> List.of();
        };
    }

    private static List<Candidate> ordered(List<Path> libraries, Provider provider) {
        return libraries.stream()
                .map(library -> Candidate.of(provider, library))
                .sorted(NEWEST_NAME_FIRST)
                .toList();
    }
}
