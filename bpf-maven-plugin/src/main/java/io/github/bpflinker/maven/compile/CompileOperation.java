package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.c.BundledHeaders;
import io.github.bpflinker.maven.c.CCompiler;
import io.github.bpflinker.maven.c.CSource;
import io.github.bpflinker.maven.c.ClangSelector;
import io.github.bpflinker.maven.c.CompilationDatabase;
import io.github.bpflinker.maven.c.IncludeFolders;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.WorkFolder;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.process.ParallelTasks;
import io.github.bpflinker.maven.process.ParallelTasks.Task;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.UnitList;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.maven.rust.CrateCompiler;
import io.github.bpflinker.maven.rust.CrateOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The goal {@code compile}: compiles the sources of all objects to bitcode and writes the list of link units. */
public final class CompileOperation {

    private final CompileRequest request;
    private final Natives natives;
    private final BuildLog log;
    private final CompileStatistics tally = new CompileStatistics();
    private final BuildStateFiles states;
    private final Map<Path, List<CrateOutput>> crates = new ConcurrentHashMap<>();

    public CompileOperation(CompileRequest request, Natives natives, BuildLog log) {
        this.request = request;
        this.natives = natives;
        this.log = log;
        this.states = new BuildStateFiles(log);
    }

    /**
     * Runs the goal. Must be called at most once.
     *
     * @return the number of compiler runs; 0 if everything was up to date
     * @throws io.github.bpflinker.maven.BuildFailure if a source does not compile
     */
    public int run() {
        return WorkFolder.whileHeld(request.layout().work(), log, this::compileAll);
    }

    private int compileAll() {
        List<Task> tasks = new ArrayList<>();
        tasks.addAll(crateTasks());
        tasks.addAll(cTasks());
        new ParallelTasks(log, request.threads()).run(tasks);
        List<LinkUnit> units = new ArrayList<>();
        for (Endianness endianness : request.endiannesses()) {
            for (ObjectSpec object : request.objects()) {
                units.addAll(units(object, endianness));
            }
        }
        UnitNames.checkUnique(units);
        UnitList.write(request.layout().units(request.objects()), units);
        request.objects().forEach(object -> tally.line(object.name()).ifPresent(log::info));
        return tally.total();
    }

    private List<Task> cTasks() {
        List<CSource> sources = new ArrayList<>();
        for (Endianness endianness : request.endiannesses()) {
            request.objects().forEach(object -> sources.addAll(cSources(object, endianness)));
        }
        if (sources.isEmpty()) {
            return List.of();
        }
        CCompiler compiler = cCompiler();
        Layout layout = request.layout();
        Path database = layout.compilationDatabase();
        Reports.write(
                database, CompilationDatabase.of(compiler, layout.base(), sources, Reports.readIfThere(database)));
        return sources.stream()
                .map(source -> new Task(source.object(), () -> {
                    long started = System.nanoTime();
                    if (compiler.compile(source)) {
                        tally.addC(source.object(), System.nanoTime() - started);
                    }
                }))
                .toList();
    }

    private List<Task> crateTasks() {
        CrateCompiler compiler = new CrateCompiler(
                request.rust(), request.layout(), request.linkerClassPath(), natives, request.identity(), states, log);
        List<Task> tasks = new ArrayList<>();
        for (Endianness endianness : request.endiannesses()) {
            for (ObjectSpec object : request.objects()) {
                object.crate()
                        .ifPresent(crate -> tasks.add(new Task(object.name(), () -> {
                            long started = System.nanoTime();
                            CrateCompiler.Result result = compiler.compile(object.name(), crate, endianness);
                            crates.put(folder(object, endianness), result.outputs());
                            if (result.ran()) {
                                tally.addCrate(object.name(), System.nanoTime() - started);
                            }
                        })));
            }
        }
        return tasks;
    }

    private CCompiler cCompiler() {
        Layout layout = request.layout();
        BundledHeaders bundled = new BundledHeaders(layout.bundledIncludes());
        return new CCompiler(
                ClangSelector.choose(
                        request.clang(), natives, layout.base(), Optional.ofNullable(System.getenv("PATH"))),
                request.c(),
                new IncludeFolders(
                        request.c().includes(),
                        request.c().dependencies(),
                        Optional.of(bundled.folder()),
                        request.c().systemHeaders(),
                        System.getProperty("os.arch", "")),
                bundled,
                request.identity(),
                states,
                log);
    }

    private Path folder(ObjectSpec object, Endianness endianness) {
        return request.layout().compiled(endianness, object.name());
    }

    private List<CSource> cSources(ObjectSpec object, Endianness endianness) {
        List<CSource> sources = new ArrayList<>();
        for (Path source : object.sources()) {
            Path output = folder(object, endianness).resolve(bitcodeName(source) + ".bc");
            sources.add(new CSource(object.name(), source, endianness, object.isMixed(), output));
        }
        return sources;
    }

    /** The name of the bitcode file, unique even for files of the same name in different directories. */
    private String bitcodeName(Path source) {
        String name = request.layout().name(source);
        return source.getFileName() + "-" + Layout.shortDigest(List.of(name));
    }

    /**
     * The link units of an object: one, or one for each output of a crate with several, each with the C files of the
     * directory and the inputs that are there already.
     */
    private List<LinkUnit> units(ObjectSpec object, Endianness endianness) {
        List<Path> others = new ArrayList<>();
        cSources(object, endianness).forEach(source -> others.add(source.output()));
        others.addAll(object.inputs());
        List<CrateOutput> outputs = crates.getOrDefault(folder(object, endianness), List.of());
        if (outputs.isEmpty()) {
            return List.of(new LinkUnit(object.name(), object.name(), endianness, false, others));
        }
        List<LinkUnit> units = new ArrayList<>();
        for (CrateOutput output : outputs) {
            List<Path> inputs = new ArrayList<>(others);
            inputs.addAll(output.inputs());
            String name = outputs.size() == 1 ? object.name() : output.name();
            units.add(new LinkUnit(name, object.name(), endianness, true, inputs));
        }
        return units;
    }
}
