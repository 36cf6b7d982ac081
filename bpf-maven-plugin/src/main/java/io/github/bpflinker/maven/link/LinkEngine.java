package io.github.bpflinker.maven.link;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildState;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.messages.LinkerWording;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.WorkerAnswer;
import io.github.bpflinker.maven.worker.WorkerCommand;
import io.github.bpflinker.maven.worker.WorkerPool;
import io.github.bpflinker.maven.worker.WorkerRequest;
import io.github.bpflinker.option.OutputKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Links objects in workers, each only when something that it depends on has changed. Thread-safe. */
public final class LinkEngine {

    private static final String AUTO = "auto";
    private static final String EMBEDDED = "embedded";
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LinkSettings settings;
    private final Layout layout;
    private final WorkerPool workers;
    private final List<Path> classPath;
    private final Natives natives;
    private final String identity;
    private final BuildLog log;
    private final BuildStateFiles states;

    /**
     * @param classPath the linker and what it needs
     * @param identity of this plugin, a part of every key
     */
    public LinkEngine(
            LinkSettings settings,
            Layout layout,
            WorkerPool workers,
            List<Path> classPath,
            Natives natives,
            String identity,
            BuildLog log) {
        this.settings = settings;
        this.layout = layout;
        this.workers = workers;
        this.classPath = List.copyOf(classPath);
        this.natives = natives;
        this.identity = identity;
        this.log = log;
        this.states = new BuildStateFiles(log);
    }

    /** What this goal remembers from build to build. */
    public BuildStateFiles states() {
        return states;
    }

    /**
     * Runs one link, if need be.
     *
     * @return whether it ran
     * @throws BuildFailure if it failed; the old output is as it was
     */
    public boolean link(LinkJob job) {
        Path written = written(job);
        List<String> arguments = LinkArguments.of(job, settings, written);
        String key = key(arguments);
        BuildStateFile stateFile = states.at(job.state());
        Optional<BuildState> current = stateFile.readIfCurrent(key);
        if (current.isPresent()) {
            warnAgain(current.get());
            return false;
        }
        BuildStateRecorder recorder = stateFile.begin(key);
        long started = System.nanoTime();
        try {
            Files.createDirectories(job.state().toAbsolutePath().getParent());
            for (Path output : job.outputs()) {
                Files.createDirectories(output.toAbsolutePath().getParent());
            }
            LinkerOutput output = run(job, arguments);
            if (!written.equals(job.output())) {
                checkExports(job, written);
                Files.move(written, job.output(), StandardCopyOption.REPLACE_EXISTING);
            }
            recorder.inputs(job.unit().inputs())
                    .tools(output.library().stream().toList())
                    .outputs(job.outputs())
                    .outputs(job.dumped());
            output.warnings().forEach(recorder::note);
            stateFile.write(recorder.state());
            tell(job, (System.nanoTime() - started) / NANOS_PER_MILLI);
        } catch (IOException e) {
            throw BuildFailure.unwritable(job.output(), e);
        }
        return true;
    }

    /** What is wrong with an object does not go away because nothing is linked. */
    private void warnAgain(BuildState state) {
        LinkerOutput.parse(String.join("\n", state.notes()), layout.base()).findings().stream()
                .map(LinkerWording::inMaven)
                .forEach(log::finding);
    }

    /** The output itself, unless its exports are to be looked at first. */
    private Path written(LinkJob job) {
        boolean check = job.kinds().get(0) == OutputKind.OBJ
                && LinkArguments.exports(job, settings).isPresent();
        return check ? job.state().resolveSibling(job.state().getFileName() + ".o") : job.output();
    }

    /** The linker takes a missing export for a warning, because rustc lists more than there is; a POM means it. */
    private void checkExports(LinkJob job, Path object) throws IOException {
        Set<String> missing = new TreeSet<>(LinkArguments.exports(job, settings).orElse(List.of()));
        BpfObject.read(job.displayName(), ByteBuffer.wrap(Files.readAllBytes(object))).file().symbols().stream()
                .filter(symbol -> !symbol.isUndefined())
                .forEach(symbol -> missing.remove(symbol.name()));
        if (!missing.isEmpty()) {
            Files.delete(object);
            throw new BuildFailure(Reason.EXPORT_MISSING, job.unit().name(), String.join(", ", missing));
        }
    }

    private String key(List<String> arguments) {
        List<String> parts = new ArrayList<>(arguments);
        parts.add(identity);
        parts.add(natives.identity());
        return Digest.ofTexts(parts);
    }

    private LinkerOutput run(LinkJob job, List<String> arguments) {
        WorkerCommand command = WorkerCommand.of(classPath, nativesJar(job));
        if (log.isDebug()) {
            log.debug(CommandText.of(command.once(arguments)));
        }
        String key = String.join(" ", LinkArguments.processOptions(job, settings))
                + (job.unit().rust() ? " rust" : "");
        WorkerAnswer answer = workers.run(new WorkerRequest(command, key, arguments, settings.timeout()));
        if (answer instanceof WorkerAnswer.Finished finished) {
            return finished(job, finished);
        }
        if (answer instanceof WorkerAnswer.Died died) {
            Path repro = Repro.write(layout.repro(reproName(job)), command, job, arguments, died.log());
            throw died.killed()
                    ? new BuildFailure(Reason.WORKER_KILLED, job.unit().name(), died.phase(), repro.toString())
                    : new BuildFailure(
                            Reason.WORKER_DIED, job.unit().name(), died.phase(), died.lastWords(), repro.toString());
        }
        String phase = ((WorkerAnswer.Hung) answer).phase();
        Path repro = Repro.write(layout.repro(reproName(job)), command, job, arguments, "took too long");
        throw new BuildFailure(
                Reason.WORKER_HUNG,
                job.unit().name(),
                phase,
                Long.toString(settings.timeout().toSeconds()),
                repro.toString());
    }

    private static String reproName(LinkJob job) {
        return job.variant().isPlain()
                ? job.unit().name()
                : job.unit().name() + "-" + job.variant().classifier();
    }

    private Optional<Path> nativesJar(LinkJob job) {
        if (settings.llvm().equals(EMBEDDED)) {
            return Optional.of(natives.jar());
        }
        boolean wanted = settings.llvm().equals(AUTO)
                && EmbeddedLlvmFit.reads(natives.version(), job.unit().inputs());
        return wanted ? natives.jarIfAvailable() : Optional.empty();
    }

    private LinkerOutput finished(LinkJob job, WorkerAnswer.Finished finished) {
        // An object whose exports are to be looked at is linked beside its state first; users know it by its own name.
        String said =
                finished.output().replace(written(job).toString(), job.output().toString());
        LinkerOutput output = LinkerOutput.parse(said, layout.base());
        output.notes().forEach(log::debug);
        Optional<Finding> error = output.firstError();
        for (Finding finding : output.findings()) {
            boolean isTheFailure = finished.exitCode() != 0 && error.equals(Optional.of(finding));
            if (!isTheFailure || finding.file().isPresent()) {
                log.finding(LinkerWording.inMaven(finding));
            }
        }
        if (finished.exitCode() != 0) {
            String reason =
                    error.map(LinkerWording::inMaven).map(Finding::toString).orElseGet(said::strip);
            throw new BuildFailure(Reason.LINK_FAILED, job.unit().name(), reason);
        }
        return output;
    }

    private void tell(LinkJob job, long milliseconds) throws IOException {
        if (job.kinds().get(0) == OutputKind.OBJ) {
            BpfObject object = BpfObject.read(job.displayName(), ByteBuffer.wrap(Files.readAllBytes(job.output())));
            log.info("linked " + job.displayName() + ": " + ObjectSummary.of(object) + " (" + milliseconds + " ms)");
        } else {
            log.info("wrote " + job.displayName() + " (" + milliseconds + " ms)");
        }
    }
}
