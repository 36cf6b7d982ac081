package io.github.bpflinker.llvm.locate;

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
 * One search for libraries: looks only where it is asked to, and nowhere twice. Runs in each link, in a cold JVM, where
 * a lambda costs more than looking at a file: hence the loops here and in what this calls. Not thread-safe.
 */
final class Search {

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

    /** The providers' libraries, looked for and asked as they are read; those that the rule excludes are not asked. */
    Iterable<LlvmInstallation> installations(List<Provider> providers, LlvmSelection rule) {
        return () -> new Lazily(providers, rule);
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
        return askAtOnce(all);
    }

    /** Those in a folder that the user named. */
    List<LlvmInstallation> in(Path folder) {
        return askAtOnce(ordered(SystemLibraries.in(folder), Provider.EXPLICIT));
    }

    LlvmInstallation ask(Candidate candidate) {
        LlvmInstallation answer = known.get(candidate.library());
        if (answer == null) {
            answer = firstAsked(candidate);
            known.put(candidate.library(), answer);
        }
        return answer;
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

    private List<LlvmInstallation> askAtOnce(List<Candidate> all) {
        known.putAll(all.parallelStream()
                .filter(candidate -> !known.containsKey(candidate.library()))
                .collect(Collectors.toMap(Candidate::library, this::firstAsked)));
        return all.stream().map(this::ask).toList();
    }

    private List<Candidate> candidates(Provider provider) {
        List<Candidate> found = candidates.get(provider);
        if (found == null) {
            found = find(provider);
            candidates.put(provider, found);
        }
        return found;
    }

    private List<Candidate> find(Provider provider) {
        return switch (provider) {
            case EMBEDDED ->
                embedded.isPresent()
                        ? List.of(Candidate.of(provider, embedded.get().plannedLibrary()))
                        : List.of();
            case RUSTC -> named(new RustLibraries(environment).find(), provider);
            case SYSTEM -> ordered(new SystemLibraries(environment).find(), provider);
            case EXPLICIT -> List.of();
        };
    }

    private static List<Candidate> ordered(Collection<Path> libraries, Provider provider) {
        List<Candidate> named = named(libraries, provider);
        named.sort(Candidate.NEWEST_NAME_FIRST);
        return named;
    }

    private static List<Candidate> named(Collection<Path> libraries, Provider provider) {
        List<Candidate> named = new ArrayList<>();
        for (Path library : libraries) {
            named.add(Candidate.of(provider, library));
        }
        return named;
    }

    private final class Lazily implements Iterator<LlvmInstallation> {
        private final List<Provider> providers;
        private final LlvmSelection rule;
        private int nextProvider;
        private Iterator<Candidate> current = List.<Candidate>of().iterator();
        private Optional<Candidate> next = Optional.empty();

        Lazily(List<Provider> providers, LlvmSelection rule) {
            this.providers = providers;
            this.rule = rule;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty()) {
                if (current.hasNext()) {
                    Candidate candidate = current.next();
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
            Candidate candidate = next.orElseThrow();
            next = Optional.empty();
            return ask(candidate);
        }
    }
}
