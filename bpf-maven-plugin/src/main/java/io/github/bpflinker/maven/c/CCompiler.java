package io.github.bpflinker.maven.c;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.process.ToolRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles C files to bitcode incrementally: only files whose dependencies have changed. Thread-safe. */
public final class CCompiler {

    /** Environment variables that affect clang: header directories, further options, the time in macros. */
    private static final List<String> OF_ENVIRONMENT =
            List.of("CPATH", "C_INCLUDE_PATH", "CCC_OVERRIDE_OPTIONS", "SOURCE_DATE_EPOCH");

    private final Clang clang;
    private final CSettings settings;
    private final IncludeFolders search;
    private final BundledHeaders bundled;
    private final String identity;
    private final BuildLog log;
    private final BuildStateFiles states;

    /**
     * @param identity the identity of this plugin, a part of every incremental key
     * @param states stores the build states
     */
    public CCompiler(
            Clang clang,
            CSettings settings,
            IncludeFolders search,
            BundledHeaders bundled,
            String identity,
            BuildStateFiles states,
            BuildLog log) {
        this.clang = clang;
        this.settings = settings;
        this.search = search;
        this.bundled = bundled;
        this.identity = identity;
        this.states = states;
        this.log = log;
    }

    /**
     * Compiles a file unless it is up to date.
     *
     * @return whether clang ran
     * @throws BuildFailure if it has errors
     */
    public boolean compile(CSource source) {
        List<String> arguments = ClangArguments.of(source, settings, search);
        String key = key(arguments);
        BuildStateFile stateFile = states.at(source.state());
        if (stateFile.readIfCurrent(key).isPresent()) {
            return false;
        }
        // Headers are unpacked first, so that they are not considered changed during the compilation.
        bundled.unpack();
        Optional<Path> ownFolder = clang.ownFolder();
        BuildStateRecorder recorder = stateFile.begin(key);
        try {
            Files.createDirectories(source.output().toAbsolutePath().getParent());
            run(source, arguments, ownFolder);
            record(source, recorder, stateFile);
        } catch (IOException e) {
            throw new BuildFailure(
                    new MachineReason.ClangUnusable(clang.identity(), String.valueOf(e.getMessage())), e);
        }
        return true;
    }

    /** The compiler and the options that determine its output. */
    List<String> commandLine(CSource source) {
        List<String> command = new ArrayList<>();
        command.add(clang.program().map(Path::toString).orElse("clang"));
        command.addAll(ClangArguments.of(source, settings, search));
        return command;
    }

    private String key(List<String> arguments) {
        List<String> parts = new ArrayList<>(arguments);
        settings.roots().forEach(root -> parts.add("root " + root));
        parts.add(clang.identity());
        parts.add(identity);
        OF_ENVIRONMENT.forEach(name -> parts.add(name + "=" + System.getenv(name)));
        return Digest.ofTexts(parts);
    }

    private void run(CSource source, List<String> arguments, Optional<Path> ownFolder) throws IOException {
        List<String> all = new ArrayList<>(ClangArguments.prefixMaps(settings, bundled.folder(), ownFolder));
        all.addAll(arguments);
        Path base = settings.roots().get(0);
        ProcessBuilder command = clang.command(all).directory(base.toFile()).redirectErrorStream(true);
        command.environment().put("LC_ALL", "C");
        log.debug(CommandText.of(command.command()));
        ToolRun.Outcome outcome = ToolRun.collect(command);
        List<Finding> findings = ClangDiagnostics.parse(outcome.lines(), base);
        // A driver error without a location is already part of the exception's message.
        findings.stream()
                .filter(finding -> finding.file().isPresent() || !finding.isError())
                .forEach(log::finding);
        if (!outcome.succeeded()) {
            throw failure(source, outcome, findings, command.command());
        }
    }

    private BuildFailure failure(
            CSource source, ToolRun.Outcome outcome, List<Finding> findings, List<String> command) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty() && errors.get(0).file().isPresent()) {
            String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
            return new BuildFailure(new Reason.CErrors(
                    source.object(),
                    source.source().toString(),
                    count,
                    errors.get(0).toString()));
        }
        String words = errors.isEmpty() ? outcome.lastWords() : errors.get(0).text();
        Path saved = source.output().resolveSibling(source.output().getFileName() + ".command");
        try {
            Files.writeString(saved, CommandText.of(command) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            log.debug(saved + " can't be written: " + e.getMessage());
        }
        String said = words.isEmpty() ? "nothing (exit code " + outcome.exitCode() + ")" : words;
        return new BuildFailure(
                new Reason.ClangFailed(source.object(), source.source().toString(), said, saved.toString()));
    }

    private void record(CSource source, BuildStateRecorder recorder, BuildStateFile stateFile) throws IOException {
        List<Path> read = DependencyFile.parse(
                Files.readString(source.dependencies(), StandardCharsets.UTF_8),
                settings.roots().get(0));
        Path base = settings.roots().get(0);
        recorder.inputs(read)
                .absent(search.wouldShadow(source.source(), read, settings.flags(), base))
                .outputs(List.of(source.output()));
        recorder.tools(clang.program().stream().toList());
        stateFile.write(recorder.state());
    }
}
