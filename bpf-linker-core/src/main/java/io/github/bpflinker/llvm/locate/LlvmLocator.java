package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.option.RequestedLlvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the libLLVMs of this machine and selects one for the inputs of a link. Immutable and thread-safe. */
public final class LlvmLocator {

    private static final List<Provider> PREFERRED = List.of(Provider.EMBEDDED, Provider.RUSTC, Provider.SYSTEM);

    private final LlvmEnvironment environment;
    private final CacheFolder cache;
    private final Optional<EmbeddedLlvm> embedded;
    private final LibraryProbe probe;

    /**
     * @param environment determines the directories to search
     * @param cache stores unpacked files and the results of probes
     */
    public LlvmLocator(LlvmEnvironment environment, CacheFolder cache) {
        this.environment = environment;
        this.cache = cache;
        this.embedded = EmbeddedLlvm.find(environment, cache);
        this.probe = new LibraryProbe(cache);
    }

    /** The locator for the environment of this process, with the user's cache. */
    public static LlvmLocator ofSystem() {
        LlvmEnvironment environment = LlvmEnvironment.ofSystem();
        return new LlvmLocator(environment, CacheFolder.of(environment));
    }

    public CacheFolder cache() {
        return cache;
    }

    /** bytedeco's LLVM, if its jar is available. */
    public Optional<EmbeddedLlvm> embedded() {
        return embedded;
    }

    /**
     * All libLLVMs in the order of preference, including unusable ones, each once even if several links refer to it. An
     * embedded one is not unpacked and is assumed to be usable.
     */
    public List<LlvmInstallation> findAll() {
        LibrarySearch search = search();
        embedded.filter(natives -> Files.exists(natives.plannedLibrary()))
                .ifPresent(natives -> search.learn(unpacked(natives), natives.plannedLibrary()));
        return search.all();
    }

    /**
     * Selects the libLLVM for the inputs of a link. The search is lazy: if the embedded one is suitable, those of rustc
     * and the system are not searched. The results of probes are cached.
     *
     * @param choice the requested library. With {@link RequestedLlvm#AUTO}, it must be able to read every input; an
     *     explicit provider or path is used with a warning whatever its version, but not below {@link
     *     LlvmInstallation#OLDEST_MAJOR}
     * @param requirements the requirements of the inputs; if empty, every version is suitable
     * @throws LinkException {@link Problem#LLVM_TOO_OLD}, {@link Problem#LLVM_NOT_FOUND} or, for an explicit provider
     *     or path, {@link Problem#LLVM_UNUSABLE}
     */
    public SelectedLlvm select(RequestedLlvm choice, List<InputRequirement> requirements) {
        SelectedLlvm selection = choose(choice, requirements);
        Optional<Diagnostic> warning = cache.warning();
        if (warning.isEmpty()) {
            return selection;
        }
        List<Diagnostic> warnings = new ArrayList<>(List.of(warning.get()));
        warnings.addAll(selection.warnings());
        return new SelectedLlvm(selection.chosen(), warnings);
    }

    private SelectedLlvm choose(RequestedLlvm choice, List<InputRequirement> requirements) {
        LlvmSelectionRule rule = new LlvmSelectionRule(requirements);
        LibrarySearch search = search();
        if (choice instanceof RequestedLlvm.AtPath at) {
            return atPath(at, rule, search);
        }
        if (choice == RequestedLlvm.AUTO) {
            Iterable<LlvmInstallation> all = search.installations(PREFERRED, rule);
            return prepared(() -> rule.choose(all), search).orElseThrow(() -> nothingFits(rule));
        }
        Provider provider = Provider.valueOf(((RequestedLlvm.Known) choice).name());
        Iterable<LlvmInstallation> all = search.installations(List.of(provider), new LlvmSelectionRule(List.of()));
        return prepared(() -> rule.chooseWhateverTheVersion(all), search)
                .orElseThrow(() -> unavailable(choice, all, places(provider)));
    }

    private static SelectedLlvm atPath(RequestedLlvm.AtPath choice, LlvmSelectionRule rule, LibrarySearch search) {
        Path path = choice.path();
        List<LlvmInstallation> candidates = List.of();
        if (Files.isDirectory(path)) {
            candidates = search.in(path);
        } else if (Files.exists(path)) {
            candidates = List.of(file(path, search));
        }
        Optional<SelectedLlvm> selection = rule.chooseWhateverTheVersion(candidates);
        if (selection.isEmpty()) {
            throw unavailable(choice, candidates, List.of(path.toString()));
        }
        return selection.get();
    }

    private static LlvmInstallation file(Path path, LibrarySearch search) {
        return LibraryCandidate.realLibrary(path)
                .map(library -> search.ask(LibraryCandidate.of(Provider.EXPLICIT, library)))
                .orElseGet(() -> new LlvmInstallation(
                        Provider.EXPLICIT, path, Optional.empty(), Optional.of("is no shared library")));
    }

    /** Unpacks a selected embedded LLVM and, if it turns out to be unusable, repeats the selection. */
    private Optional<SelectedLlvm> prepared(Supplier<Optional<SelectedLlvm>> choose, LibrarySearch search) {
        Optional<SelectedLlvm> selection = choose.get();
        if (embedded.isEmpty()
                || selection.isEmpty()
                || selection.get().chosen().provider() != Provider.EMBEDDED) {
            return selection;
        }
        LlvmInstallation unpacked = unpacked(embedded.get());
        if (unpacked.isUsable()) {
            return Optional.of(new SelectedLlvm(unpacked, selection.get().warnings()));
        }
        search.learn(unpacked, embedded.get().plannedLibrary());
        return choose.get();
    }

    private LlvmInstallation unpacked(EmbeddedLlvm natives) {
        try {
            return probe.ask(LibraryCandidate.of(Provider.EMBEDDED, natives.library()));
        } catch (LinkException e) {
            return new LlvmInstallation(
                    Provider.EMBEDDED,
                    natives.plannedLibrary(),
                    Optional.of(natives.version()),
                    Optional.ofNullable(e.diagnostic().detail()));
        }
    }

    private LinkException nothingFits(LlvmSelectionRule rule) {
        List<LlvmInstallation> all = findAll();
        List<String> found = all.stream().map(LlvmInstallation::describe).toList();
        Optional<InputRequirement> newest = rule.newest();
        if (newest.isPresent() && all.stream().anyMatch(LlvmInstallation::isUsable)) {
            return new LinkException(Diagnostic.error(Problem.LLVM_TOO_OLD)
                    .withInput(newest.get().input())
                    .withPayload(newest.get().writtenBy())
                    .withRelated(found));
        }
        List<String> related = new ArrayList<>(found);
        PREFERRED.forEach(provider -> related.addAll(places(provider)));
        return new LinkException(Diagnostic.error(Problem.LLVM_NOT_FOUND).withRelated(related));
    }

    private static LinkException unavailable(
            RequestedLlvm choice, Iterable<LlvmInstallation> candidates, List<String> places) {
        List<LlvmInstallation> found = new ArrayList<>();
        candidates.forEach(found::add);
        if (found.isEmpty()) {
            return new LinkException(Diagnostic.error(Problem.LLVM_NOT_FOUND)
                    .withInput(choice.optionName())
                    .withRelated(places));
        }
        return new LinkException(Diagnostic.error(Problem.LLVM_UNUSABLE)
                .withInput(choice.optionName())
                .withDetail(found.get(0).unusable().orElse(""))
                .withRelated(found.stream().map(LlvmInstallation::describe).toList()));
    }

    private List<String> places(Provider provider) {
        return switch (provider) {
            case EMBEDDED ->
                List.of(environment.nativesJar().map(Path::toString).orElseGet(this::placesOfNatives));
            case RUSTC ->
                new RustLibraries(environment)
                        .places().stream().map(Path::toString).toList();
            case SYSTEM ->
                new SystemLibraries(environment)
                        .places().stream().map(Path::toString).toList();
            case EXPLICIT -> List.of();
        };
    }

    private String placesOfNatives() {
        List<String> loaders = environment.classLoaders().stream()
                .map(loader -> loader.getName() == null ? loader.getClass().getName() : "'" + loader.getName() + "'")
                .toList();
        return "llvm-*-" + environment.host().classifier() + ".jar on the class path and the module path"
                + (loaders.isEmpty() ? "" : " and in the class loader " + String.join(" or ", loaders));
    }

    private LibrarySearch search() {
        return new LibrarySearch(environment, embedded, probe);
    }
}
