package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.option.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for libraries. Directories are scanned on demand and at most once. It runs in every link in a cold JVM,
 * where a lambda costs more than a file access, so this class and its callees use loops. Not thread-safe.
 */
final class LibrarySearch {

    private final LlvmEnvironment environment;
    private final Optional<EmbeddedLlvm> embedded;
    private final LibraryProbe probe;
    private final Map<Provider, List<LibraryCandidate>> candidates = new EnumMap<>(Provider.class);
    private final Map<Path, LlvmInstallation> known = new HashMap<>();

    LibrarySearch(LlvmEnvironment environment, Optional<EmbeddedLlvm> embedded, LibraryProbe probe) {
        this.environment = environment;
        this.embedded = embedded;
        this.probe = probe;
    }

    /**
     * The libraries of the providers, found and probed lazily during iteration. Those that the rule excludes are not
     * probed.
     */
    Iterable<LlvmInstallation> installations(List<Provider> providers, LlvmSelectionRule rule) {
        return () -> new Lazily(providers, rule);
    }

    /** All libraries, each once. */
    List<LlvmInstallation> all() {
        Set<Path> seen = new HashSet<>();
        List<LibraryCandidate> all = new ArrayList<>();
        for (Provider provider : List.of(Provider.EMBEDDED, Provider.RUSTC, Provider.SYSTEM)) {
            for (LibraryCandidate candidate : candidates(provider)) {
                if (seen.add(candidate.library())) {
                    all.add(candidate);
                }
            }
        }
        return askAtOnce(all);
    }

    /** The libraries in a directory given by the user. */
    List<LlvmInstallation> in(Path folder) {
        return askAtOnce(ordered(SystemLibraries.in(folder), Provider.EXPLICIT));
    }

    LlvmInstallation ask(LibraryCandidate candidate) {
        LlvmInstallation answer = known.get(candidate.library());
        if (answer == null) {
            answer = firstAsked(candidate);
            known.put(candidate.library(), answer);
        }
        return answer;
    }

    /** Replaces the assumed properties of a library with the actual ones. */
    void learn(LlvmInstallation installation, Path assumed) {
        known.put(assumed, installation);
    }

    private LlvmInstallation firstAsked(LibraryCandidate candidate) {
        if (candidate.provider() == Provider.EMBEDDED && embedded.isPresent()) {
            return LlvmInstallation.of(
                    Provider.EMBEDDED, candidate.library(), embedded.get().version());
        }
        return probe.ask(candidate);
    }

    private List<LlvmInstallation> askAtOnce(List<LibraryCandidate> all) {
        known.putAll(all.parallelStream()
                .filter(candidate -> !known.containsKey(candidate.library()))
                .collect(Collectors.toMap(LibraryCandidate::library, this::firstAsked)));
        return all.stream().map(this::ask).toList();
    }

    private List<LibraryCandidate> candidates(Provider provider) {
        List<LibraryCandidate> found = candidates.get(provider);
        if (found == null) {
            found = find(provider);
            candidates.put(provider, found);
        }
        return found;
    }

    private List<LibraryCandidate> find(Provider provider) {
        return switch (provider) {
            case EMBEDDED ->
                embedded.isPresent()
                        ? List.of(LibraryCandidate.of(provider, embedded.get().plannedLibrary()))
                        : List.of();
            case RUSTC -> named(new RustLibraries(environment).find(), provider);
            case SYSTEM -> ordered(new SystemLibraries(environment).find(), provider);
            case EXPLICIT -> List.of();
        };
    }

    private static List<LibraryCandidate> ordered(Collection<Path> libraries, Provider provider) {
        List<LibraryCandidate> named = named(libraries, provider);
        named.sort(LibraryCandidate.NEWEST_NAME_FIRST);
        return named;
    }

    private static List<LibraryCandidate> named(Collection<Path> libraries, Provider provider) {
        List<LibraryCandidate> named = new ArrayList<>();
        for (Path library : libraries) {
            named.add(LibraryCandidate.of(provider, library));
        }
        return named;
    }

    private final class Lazily implements Iterator<LlvmInstallation> {
        private final List<Provider> providers;
        private final LlvmSelectionRule rule;
        private int nextProvider;
        private Iterator<LibraryCandidate> current = List.<LibraryCandidate>of().iterator();
        private Optional<LibraryCandidate> next = Optional.empty();

        Lazily(List<Provider> providers, LlvmSelectionRule rule) {
            this.providers = providers;
            this.rule = rule;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty()) {
                if (current.hasNext()) {
                    LibraryCandidate candidate = current.next();
                    if (candidate.release().isEmpty()
                            || rule.mayFit(candidate.release().get())) {
                        next = Optional.of(candidate);
                    }
                } else if (nextProvider < providers.size()) {
                    current = candidates(providers.get(nextProvider)).iterator();
                    nextProvider++;
                } else {
                    return false;
                }
            }
            return true;
        }

        @Override
        public LlvmInstallation next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            LibraryCandidate candidate = next.orElseThrow();
            next = Optional.empty();
            return ask(candidate);
        }
    }
}
