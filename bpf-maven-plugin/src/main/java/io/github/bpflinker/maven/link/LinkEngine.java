package io.github.bpflinker.maven.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildState;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.messages.LinkFindings;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.CrashLogLines;
import io.github.bpflinker.maven.worker.SharedWorkers;
import io.github.bpflinker.maven.worker.WorkerCommand;
import io.github.bpflinker.maven.worker.WorkerRequest;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.report.DiagnosticJson;
import io.github.bpflinker.worker.LinkReport;
import io.github.bpflinker.worker.WorkResponse;
import io.github.bpflinker.worker.WorkerAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links objects in workers incrementally: only those whose dependencies have changed. Thread-safe. */
public final class LinkEngine {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LinkSettings settings;
    private final Layout layout;
    private final SharedWorkers workers;
    private final List<Path> classPath;
    private final Natives natives;
    private final String identity;
    private final BuildLog log;
    private final BuildStateFiles states;
    private final LinkLog linkLog;

    /**
     * @param classPath the class path of the linker
     * @param identity the identity of this plugin, a part of every incremental key
     */
    public LinkEngine(
            LinkSettings settings,
            Layout layout,
            SharedWorkers workers,
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
        this.linkLog = new LinkLog(log, layout.base());
    }

    /** The settings of every link. */
    LinkSettings settings() {
        return settings;
    }

    /** The build states of this goal. */
    public BuildStateFiles states() {
        return states;
    }

    /**
     * Runs a link unless the output is up to date.
     *
     * @return whether the link ran
     * @throws BuildFailure if the link fails; an existing output is not changed
     */
    public boolean link(LinkJob job) {
        List<String> arguments = job.request().toArguments();
        String key = key(arguments);
        BuildStateFile stateFile = states.at(job.state());
        Optional<BuildState> current = stateFile.readIfCurrent(key);
        if (current.isPresent()) {
            linkLog.warningsOf(current.get());
            return false;
        }
        BuildStateRecorder recorder = stateFile.begin(key);
        long started = System.nanoTime();
        try {
            Files.createDirectories(job.state().toAbsolutePath().getParent());
            for (Path output : job.outputs()) {
                Files.createDirectories(output.toAbsolutePath().getParent());
            }
            LinkReport report = run(job, arguments);
            recorder.inputs(job.unit().inputs())
                    // Read only if a program has markers.
                    .candidates(
                            job.request().get(LinkOption.KERNEL_TYPES).stream().toList())
                    .tools(installed(report))
                    .outputs(job.outputs())
                    .outputs(job.dumped());
            report.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                    .forEach(warning ->
                            recorder.note(DiagnosticJson.write(warning).toString()));
            stateFile.write(recorder.state());
            linkLog.linked(job, report, (System.nanoTime() - started) / NANOS_PER_MILLI);
        } catch (IOException e) {
            throw BuildFailure.unwritable(job.output(), e);
        }
        return true;
    }

    /** The installed LLVM of the link, whose file can change; the version of the embedded one is part of the key. */
    private static List<Path> installed(LinkReport report) {
        return report.result().flatMap(LinkResult::llvm).filter(llvm -> llvm.provider() != Provider.EMBEDDED).stream()
                .map(LinkResult.LlvmUsed::library)
                .toList();
    }

    private String key(List<String> arguments) {
        List<String> parts = new ArrayList<>(arguments);
        parts.add(identity);
        parts.add(natives.identity());
        return Digest.ofTexts(parts);
    }

    private LinkReport run(LinkJob job, List<String> arguments) {
        WorkerCommand command = WorkerCommand.of(classPath, nativesJar(job));
        if (log.isDebug()) {
            log.debug(CommandText.of(command.once(arguments)));
        }
        String key = job.request().processKey() + (job.unit().rust() ? " rust" : "");
        WorkerAnswer answer = workers.run(new WorkerRequest(command, key, arguments, settings.timeout()));
        if (answer instanceof WorkerAnswer.Finished finished) {
            return finished(job, finished.response());
        }
        String name = job.unit().name();
        if (answer instanceof WorkerAnswer.Ended ended) {
            Path repro = Repro.write(layout.repro(reproName(job)), command, job, arguments, ended.log());
            throw new BuildFailure(
                    ended.killed()
                            ? new Reason.WorkerKilled(name, ended.phase(), repro.toString())
                            : new Reason.WorkerDied(
                                    name, ended.phase(), CrashLogLines.of(ended.log()), repro.toString()));
        }
        String phase = ((WorkerAnswer.TimedOut) answer).phase();
        Path repro = Repro.write(layout.repro(reproName(job)), command, job, arguments, "took too long");
        throw new BuildFailure(
                new Reason.WorkerHung(name, phase, settings.timeout().toSeconds(), repro.toString()));
    }

    private static String reproName(LinkJob job) {
        return job.variant().isPlain()
                ? job.unit().name()
                : job.unit().name() + "-" + job.variant().classifier();
    }

    private Optional<Path> nativesJar(LinkJob job) {
        RequestedLlvm llvm = job.request().llvm();
        if (llvm == RequestedLlvm.Known.EMBEDDED) {
            return Optional.of(natives.jar());
        }
        boolean wanted = llvm == RequestedLlvm.Known.AUTO
                && EmbeddedLlvmFit.reads(natives.version(), job.unit().inputs());
        return wanted ? natives.jarIfAvailable() : Optional.empty();
    }

    private LinkReport finished(LinkJob job, WorkResponse response) {
        boolean failed = response.exitCode() != 0;
        LinkReport report = response.report().orElseGet(() -> LinkReport.failed(List.of()));
        Optional<Diagnostic> error = report.firstError();
        linkLog.findings(report, failed);
        if (failed) {
            String reason = error.map(diagnostic ->
                            LinkFindings.of(diagnostic, layout.base()).toString())
                    .orElseGet(() -> response.output().strip());
            throw new BuildFailure(new Reason.LinkFailed(job.unit().name(), reason));
        }
        return report;
    }
}
