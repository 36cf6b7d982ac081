package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.corpus.Directive.Kind;
import io.github.bpflinker.corpus.Step.Build;
import io.github.bpflinker.corpus.Step.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Runs one case with one LLVM. */
final class CaseRunner {

    private static final Map<Kind, Check> OBJECT_CHECKS = Map.of(
            Kind.PROGRAMS, ObjectChecks::programs,
            Kind.MAPS, ObjectChecks::maps,
            Kind.SYMBOL, ObjectChecks::symbol,
            Kind.NOT_SYMBOL, ObjectChecks::noSymbol,
            Kind.SECTION, ObjectChecks::section,
            Kind.NOT_SECTION, ObjectChecks::noSection,
            Kind.RELOC, ObjectChecks::relocation,
            Kind.NOT_RELOC, ObjectChecks::noRelocation);

    /** How often an object is linked, each time by a process of its own, to see whether the bytes are the same. */
    private static final int LINKS_OF_AN_OBJECT = Integer.getInteger("bpf.corpus.links", 1);

    private final CorpusCase corpusCase;
    private final Llvm llvm;
    private final Path folder;
    private final Compilers compilers;
    private final Mutations mutations;
    private final LinkerProcess linker;

    CaseRunner(CorpusCase corpusCase, Llvm llvm, Path folder, Path include, TestedLinker tested) {
        this.corpusCase = corpusCase;
        this.llvm = llvm;
        this.folder = folder;
        this.compilers = new Compilers(folder, include);
        this.mutations = new Mutations(folder);
        this.linker = new LinkerProcess(tested, folder, llvm);
    }

    void run() throws IOException {
        llvm.require();
        for (CorpusCase.Source source : corpusCase.sources()) {
            Files.writeString(folder.resolve(source.name()), source.content());
        }
        for (Step step : corpusCase.steps()) {
            try {
                if (step instanceof Build build) {
                    build(build);
                } else if (step instanceof Link link) {
                    link(link);
                }
            } catch (AssertionError | IOException e) {
                throw new AssertionError(
                        corpusCase.file() + ":" + line(step) + " (" + llvm.spelling() + ")\n" + e.getMessage(), e);
            }
        }
    }

    private static int line(Step step) {
        return step instanceof Link link ? link.line() : ((Build) step).line();
    }

    private void build(Build build) throws IOException {
        if (!mutations.run(build.tool(), build.output(), build.arguments())
                && !compilers.run(build.tool(), build.output(), build.arguments())) {
            throw new AssertionError("nothing builds with " + build.tool());
        }
    }

    private void link(Link step) throws IOException {
        Optional<Path> output =
                LinkerProcess.output(step.how(), step.arguments()).map(folder::resolve);
        if (output.isPresent()) {
            prepare(step, output.get());
        }
        Optional<byte[]> old = content(output);
        Set<String> before = files();
        LinkOutcome outcome = new LinkOutcome(folder, step, llvm, output, linker.run(step.how(), step.arguments()));
        try {
            verify(outcome, before, old);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\n" + String.join(" ", outcome.ended().command()) + "\nexit code "
                            + outcome.ended().exitCode() + "\n"
                            + outcome.ended().stderr(),
                    e);
        }
    }

    /** What is to fail must leave the old output alone; what is to succeed finds none, unless it is an input, too. */
    private void prepare(Link step, Path output) throws IOException {
        if (!folder.equals(output.getParent()) || Files.isDirectory(output)) {
            return;
        }
        if (step.expectedExit() != 0) {
            Files.write(output, Mutations.oldOutput());
        } else if (!step.writesAnInput()) {
            Files.deleteIfExists(output);
        }
    }

    private void verify(LinkOutcome outcome, Set<String> before, Optional<byte[]> old) throws IOException {
        Link step = outcome.step();
        assertThat(outcome.ended().exitCode()).as("exit code").isEqualTo(step.expectedExit());
        if (step.expectedExit() == 0) {
            if (!step.has(Kind.STDERR)) {
                assertThat(outcome.ended().stderr())
                        .as("what a link says that nobody expects to")
                        .isEmpty();
            }
        } else {
            verifyUntouched(outcome, before, old);
        }
        boolean object = outcome.isObject();
        if (object) {
            ObjectChecks.always(outcome.shape());
            CorePredictions.verify(outcome.written());
        }
        TextChecks texts = new TextChecks(outcome);
        for (Directive check : step.checks()) {
            verify(outcome, check, texts);
        }
        if (object) {
            if (LINKS_OF_AN_OBJECT > 1 && !step.writesAnInput()) {
                new Relink(outcome, linker).sameAgain(LINKS_OF_AN_OBJECT - 1);
            }
            load(outcome);
        }
    }

    private void verifyUntouched(LinkOutcome outcome, Set<String> before, Optional<byte[]> old) throws IOException {
        assertThat(files()).as("files after a link that fails").isEqualTo(before);
        if (old.isPresent()) {
            assertThat(outcome.output().orElseThrow()).as("the old output").hasBinaryContent(old.get());
        }
    }

    private static Optional<byte[]> content(Optional<Path> file) throws IOException {
        return file.isPresent() && Files.isRegularFile(file.get())
                ? Optional.of(Files.readAllBytes(file.get()))
                : Optional.empty();
    }

    private void verify(LinkOutcome outcome, Directive check, TextChecks texts) throws IOException {
        try {
            Check objectCheck = OBJECT_CHECKS.get(check.kind());
            if (objectCheck != null) {
                objectCheck.verify(outcome, check.value());
                return;
            }
            switch (check.kind()) {
                case EXIT, LOAD, LOAD_SAYS, NO_LOAD, RUN -> {}
                case SAME_SHAPE_WITH -> new Relink(outcome, linker).sameShape(StepReader.words(check.value()));
                case SAME_BYTES_WITH -> new Relink(outcome, linker).sameBytes(StepReader.words(check.value()));
                case CORE_PAIRS -> CorePairs.verify(outcome, check.value());
                case REPEATABLE -> new Relink(outcome, linker).sameElsewhere();
                default -> texts.verify(check);
            }
        } catch (AssertionError e) {
            throw new AssertionError("line " + check.line() + ": " + e.getMessage(), e);
        }
    }

    /** Every object that the kernel here could take is loaded, unless its case says why not. */
    private void load(LinkOutcome outcome) throws IOException {
        Link step = outcome.step();
        ObjectShape shape = outcome.shape();
        boolean loads = step.has(Kind.LOAD) || step.has(Kind.RUN);
        if (step.has(Kind.NO_LOAD)
                || (!loads && (!shape.isLittleEndian() || shape.programs().isEmpty()))) {
            return;
        }
        String type = step.values(Kind.LOAD).stream().findFirst().orElse("");
        try {
            String object = folder.relativize(outcome.written()).toString();
            String said = KernelLoad.load(folder, object, type, step.values(Kind.RUN));
            if (!step.has(Kind.LOAD_SAYS)) {
                assertThat(said).as("what libbpf says while it loads").isEmpty();
            }
            for (String pattern : step.values(Kind.LOAD_SAYS)) {
                assertThat(said).containsPattern(pattern);
            }
        } catch (TestAbortedException e) {
            throw new TestAbortedException("linked as expected, but not loaded: " + e.getMessage(), e);
        }
    }

    private Set<String> files() throws IOException {
        Set<String> ours = Set.of("stdout", "stderr", "linker.stderr", "linker.sh");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !ours.contains(name) && !name.endsWith(".rcgu.o"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
