package io.github.bpflinker.maven.rust;

import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.ClassPathEntry;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildState;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.process.ToolRun;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.WorkerCommand;
import io.github.bpflinker.version.LlvmVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds crates for BPF with cargo incrementally: only if an input of cargo has changed. */
public final class CrateCompiler {

    private static final String ASK_CARGO = "ask cargo";
    private static final String OUTPUT = "output ";
    private static final String INPUT = "input ";
    private static final String VARIABLE = "variable ";

    private final RustSettings settings;
    private final Layout layout;
    private final List<Path> linkerClassPath;
    private final Natives natives;
    private final String identity;
    private final BuildLog log;
    private final BuildStateFiles states;
    private final RustHome home;

    /**
     * Creates a compiler for a project.
     *
     * @param linkerClassPath the class path of the linker
     * @param identity the identity of this plugin, a part of every incremental key
     * @param states stores the build states
     */
    public CrateCompiler(
            RustSettings settings,
            Layout layout,
            List<Path> linkerClassPath,
            Natives natives,
            String identity,
            BuildStateFiles states,
            BuildLog log) {
        this.settings = settings;
        this.layout = layout;
        this.linkerClassPath = List.copyOf(linkerClassPath);
        this.natives = natives;
        this.identity = identity;
        this.states = states;
        this.log = log;
        this.home = RustHome.of(settings.environment());
    }

    /**
     * The result of building a crate.
     *
     * @param outputs one output for each binary, or one for the library
     * @param ran whether cargo ran
     */
    public record Result(List<CrateOutput> outputs, boolean ran) {
        public Result {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * Builds a crate unless it is up to date. Not concurrent, because cargo locks its target directory.
     *
     * @throws BuildFailure if there is no suitable Rust toolchain, or the crate has errors
     */
    public synchronized Result compile(String object, Path crate, Endianness endianness) {
        CrateFiles files = new CrateFiles(crate, home);
        Path folder = layout.compiled(endianness, object);
        BuildStateFile stateFile = states.at(folder.resolve("crate.state"));
        String key = key(files, endianness);
        Optional<BuildState> known = stateFile.readIfCurrent(key).filter(this::needsNoCargo);
        if (known.isPresent()) {
            return new Result(outputs(known.get()), false);
        }
        if (!files.hasLock() && !Files.isWritable(crate)) {
            throw new BuildFailure(new Reason.CrateWithoutLock(object, crate.toString()));
        }
        BuildStateRecorder recorder = stateFile.begin(key);
        try {
            RustToolchain toolchain = new RustToolchainSelector(settings, home, log).choose(object, crate, endianness);
            List<CargoMessages.Artifact> artifacts = cargo(object, files, endianness, toolchain);
            List<CrateOutput> outputs = collect(artifacts, folder);
            record(files, toolchain, artifacts, outputs, recorder);
            stateFile.write(recorder.state());
            return new Result(outputs, true);
        } catch (IOException e) {
            throw new BuildFailure(
                    new Reason.CargoFailed(object, crate.toString(), "-", String.valueOf(e.getMessage())), e);
        }
    }

    private String key(CrateFiles files, Endianness endianness) {
        List<String> parts =
                new ArrayList<>(List.of(identity, endianness.target(), settings.profile(), settings.llvm()));
        parts.add("rustc " + settings.rustc() + " cargo " + settings.cargo());
        parts.add("features " + settings.features() + " arguments " + settings.arguments());
        settings.roots().forEach(root -> parts.add("root " + root));
        linkerClassPath.forEach(path -> parts.add("linker " + path));
        parts.addAll(files.listing());
        new TreeMap<>(settings.environment()).forEach((name, value) -> {
            if (name.startsWith("CARGO") || name.startsWith("RUST") || name.equals("PATH")) {
                parts.add("variable " + name + "=" + value);
            }
        });
        return Digest.ofTexts(parts);
    }

    private boolean needsNoCargo(BuildState state) {
        for (String note : state.notes()) {
            if (note.equals(ASK_CARGO)
                    || (note.startsWith(VARIABLE) && !CrateFiles.holds(note.substring(VARIABLE.length()), settings))) {
                return false;
            }
        }
        return true;
    }

    private static List<CrateOutput> outputs(BuildState state) {
        List<CrateOutput> outputs = new ArrayList<>();
        List<Path> inputs = new ArrayList<>();
        for (String note : state.notes()) {
            if (note.startsWith(INPUT)) {
                inputs.add(Path.of(note.substring(INPUT.length())));
            } else if (note.startsWith(OUTPUT)) {
                outputs.add(new CrateOutput(note.substring(OUTPUT.length()), inputs));
                inputs.clear();
            }
        }
        return outputs;
    }

    private List<CargoMessages.Artifact> cargo(
            String object, CrateFiles files, Endianness endianness, RustToolchain toolchain) throws IOException {
        Path crate = files.crate();
        ProcessBuilder command = new ProcessBuilder(arguments(endianness, toolchain)).directory(crate.toFile());
        RustFlagOrigins origins = new RustFlagOrigins(settings.environment(), files.cargoConfiguration());
        CompilerWrappers wrappers = wrappers(toolchain);
        Files.deleteIfExists(wrappers.leftOut());
        configure(command.environment(), toolchain, wrappers);
        log.debug("in " + crate + ": " + CommandText.of(command.command()));
        CargoMessages messages = new CargoMessages();
        CargoOutput told = new CargoOutput(log);
        int exitCode = ToolRun.stream(command, messages::accept, told);
        origins.leftOut(wrappers.leftOut())
                .ifPresent(flags -> log.info(
                        "object '" + object + "': flags for the host are omitted from its build for BPF: " + flags));
        if (exitCode != 0) {
            String error = told.firstError().isEmpty() ? "see its output above" : told.firstError();
            throw new BuildFailure(new Reason.CargoFailed(
                    object, crate.toString(), Integer.toString(exitCode), error + origins.hint()));
        }
        List<CargoMessages.Artifact> artifacts = messages.outputs(crate);
        if (artifacts.isEmpty()) {
            throw new BuildFailure(new Reason.CrateWithoutOutput(object, crate.toString()));
        }
        return artifacts;
    }

    private List<String> arguments(Endianness endianness, RustToolchain toolchain) {
        List<String> words = new ArrayList<>(List.of(toolchain.cargo().toString(), "build"));
        words.addAll(List.of("--target", endianness.rustTarget()));
        words.addAll(List.of("--target-dir", targetFolder().toString()));
        words.addAll(List.of("--profile", settings.profile()));
        words.add("--message-format=json-render-diagnostics");
        if (!settings.features().isEmpty()) {
            words.addAll(List.of("--features", String.join(",", settings.features())));
        }
        if (!toolchain.prebuiltCore()) {
            words.addAll(List.of("-Z", "build-std=core"));
        }
        if (settings.offline()) {
            words.add("--offline");
        }
        words.addAll(settings.arguments());
        return words;
    }

    /** Cargo's target directory, which must not contain a colon, because cargo adds it to a search path. */
    private Path targetFolder() {
        Path folder = layout.cargo().toAbsolutePath();
        if (!folder.toString().contains(File.pathSeparator)) {
            return layout.cargo();
        }
        try {
            Files.createDirectories(folder);
            return ClassPathEntry.of(folder, CacheFolder.of(LlvmEnvironment.ofSystem()));
        } catch (IOException e) {
            throw BuildFailure.unwritable(folder, e);
        }
    }

    private CompilerWrappers wrappers(RustToolchain toolchain) {
        return CompilerWrappers.write(
                layout.wrappers(),
                identity,
                toolchain,
                prefixMaps(toolchain),
                RustFlagOrigins.ofEnvironment(settings.environment()),
                linker(toolchain),
                linkerOptions());
    }

    private void configure(Map<String, String> environment, RustToolchain toolchain, CompilerWrappers wrappers) {
        if (CompilerWrappers.filterFlags()) {
            RustFlagOrigins.takeOut(environment);
        }
        environment.put("RUSTC", wrappers.rustc().toString());
        for (Endianness each : Endianness.values()) {
            environment.put(
                    "CARGO_TARGET_" + variable(each.rustTarget()) + "_LINKER",
                    wrappers.linker().toString());
        }
        environment.put("CARGO_PROFILE_" + variable(settings.profile()) + "_DEBUG", "2");
        if (toolchain.prebuiltCore()) {
            // Debian's cargo supports [unstable] build-std, which would download the sources of core.
            environment.put("__CARGO_TEST_CHANNEL_OVERRIDE_DO_NOT_USE_THIS", "stable");
        }
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private WorkerCommand linker(RustToolchain toolchain) {
        if (settings.llvm().equals("embedded")) {
            return WorkerCommand.of(linkerClassPath, Optional.of(natives.jar()));
        }
        Optional<LlvmVersion> embedded = LlvmVersion.parse(natives.version());
        Optional<LlvmVersion> needed = toolchain.llvm();
        boolean fits = needed.isPresent()
                && embedded.isPresent()
                && embedded.get().isAtLeast(needed.get())
                && settings.llvm().equals("auto");
        return WorkerCommand.of(linkerClassPath, fits ? natives.jarIfAvailable() : Optional.empty());
    }

    private List<String> linkerOptions() {
        return List.of("--relocatable", "--btf", "--llvm", settings.llvm());
    }

    private List<String> prefixMaps(RustToolchain toolchain) {
        List<String> maps = new ArrayList<>();
        maps.add(toolchain.sysroot().resolve("lib/rustlib/src/rust") + "=rust");
        maps.add(home.cargo() + "=cargo");
        List<Path> roots = settings.roots();
        Path base = roots.get(0);
        for (int i = roots.size() - 1; i > 0; i--) {
            maps.add(roots.get(i) + "=" + base.relativize(roots.get(i)));
        }
        maps.add(base + "=");
        return maps;
    }

    private static List<CrateOutput> collect(List<CargoMessages.Artifact> artifacts, Path folder) throws IOException {
        List<CrateOutput> outputs = new ArrayList<>();
        for (CargoMessages.Artifact artifact : artifacts) {
            if (artifact.kind() == CargoMessages.Kind.STATIC_LIBRARY) {
                List<Path> inputs = StaticLibrary.unpack(artifact.file(), artifact.name(), folder.resolve("crate"));
                outputs.add(new CrateOutput(artifact.name(), inputs));
            } else {
                Path copy = folder.resolve("crate").resolve(artifact.name() + ".bc");
                CopyIfChanged.replace(Files.readAllBytes(artifact.file()), copy);
                outputs.add(new CrateOutput(artifact.name(), List.of(copy)));
            }
        }
        return outputs;
    }

    private static void record(
            CrateFiles files,
            RustToolchain toolchain,
            List<CargoMessages.Artifact> artifacts,
            List<CrateOutput> outputs,
            BuildStateRecorder recorder)
            throws IOException {
        List<Path> sources = new ArrayList<>();
        boolean ask = false;
        for (CargoMessages.Artifact artifact : artifacts) {
            List<Path> listed = files.sources(artifact.file());
            // Without a valid dependency file only cargo knows the inputs of the crate.
            ask |= listed.isEmpty() || !listed.stream().allMatch(Files::isRegularFile);
            listed.stream().filter(Files::isRegularFile).forEach(sources::add);
            CrateFiles.environmentOf(artifact.file()).forEach(variable -> recorder.note(VARIABLE + variable));
        }
        for (Path manifest : CrateFiles.manifests(sources)) {
            recorder.inputs(List.of(manifest));
            ask |= CrateFiles.hasBuildScript(manifest);
        }
        recorder.inputs(sources);
        for (Path file : files.configuration()) {
            if (CrateFiles.isLock(file)) {
                recorder.writtenByTheWay(file);
            } else {
                recorder.candidates(List.of(file));
            }
        }
        recorder.tools(List.of(toolchain.rustc(), toolchain.cargo()));
        for (CrateOutput output : outputs) {
            output.inputs().forEach(input -> recorder.note(INPUT + input));
            recorder.note(OUTPUT + output.name());
            recorder.outputs(output.inputs());
        }
        if (ask) {
            recorder.note(ASK_CARGO);
        }
    }
}
