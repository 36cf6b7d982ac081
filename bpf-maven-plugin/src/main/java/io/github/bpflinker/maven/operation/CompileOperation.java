package io.github.bpflinker.maven.operation;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.compile.BundledHeaders;
import io.github.bpflinker.maven.compile.CCompiler;
import io.github.bpflinker.maven.compile.CSource;
import io.github.bpflinker.maven.compile.Clangs;
import io.github.bpflinker.maven.compile.HeaderSearch;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.operation.Tasks.Task;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.UnitList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles the sources of all objects to bitcode and writes the list of what is to be linked. */
public final class CompileOperation {

    private static final int DIGITS = 8;

    private final CompileRequest request;
    private final Natives natives;
    private final BuildLog log;

    public CompileOperation(CompileRequest request, Natives natives, BuildLog log) {
        this.request = request;
        this.natives = natives;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @return how many compilers ran; 0 if everything was as it should be
     * @throws io.github.bpflinker.maven.BuildFailure if something does not compile
     */
    public int run() {
        AtomicInteger runs = new AtomicInteger();
        List<Task> tasks = new ArrayList<>();
        List<LinkUnit> units = new ArrayList<>();
        Optional<CCompiler> compiler = cCompiler();
        for (Endianness endianness : request.endiannesses()) {
            for (ObjectSpec object : request.objects()) {
                List<Path> bitcode = new ArrayList<>();
                for (CSource source : cSources(object, endianness)) {
                    bitcode.add(source.output());
                    compiler.ifPresent(c -> tasks.add(new Task(object.name(), () -> {
                        if (c.compile(source)) {
                            runs.incrementAndGet();
                        }
                    })));
                }
                units.add(new LinkUnit(object.name(), object.name(), endianness, false, bitcode));
            }
        }
        new Tasks(log, request.threads()).run(tasks);
        UnitList.write(request.layout().units(), units);
        return runs.get();
    }

    private Optional<CCompiler> cCompiler() {
        if (request.objects().stream().allMatch(object -> object.sources().isEmpty())) {
            return Optional.empty();
        }
        Layout layout = request.layout();
        BundledHeaders bundled = new BundledHeaders(layout.bundledIncludes(), request.identity());
        return Optional.of(new CCompiler(
                Clangs.choose(request.clang(), natives, layout.base(), Optional.ofNullable(System.getenv("PATH"))),
                request.c(),
                new HeaderSearch(
                        request.c().includes(), Optional.of(bundled.folder()), System.getProperty("os.arch", "")),
                bundled,
                request.identity(),
                log));
    }

    private List<CSource> cSources(ObjectSpec object, Endianness endianness) {
        Path folder = request.layout().compiled(endianness, object.name());
        List<CSource> sources = new ArrayList<>();
        for (Path source : object.sources()) {
            sources.add(new CSource(
                    object.name(), source, endianness, object.isMixed(), folder.resolve(bitcodeName(source) + ".bc")));
        }
        return sources;
    }

    /** Two files of an object may have the same name in different folders. */
    private String bitcodeName(Path source) {
        String relative = request.layout().base().relativize(source).toString().replace('\\', '/');
        return source.getFileName() + "-" + Digest.ofTexts(List.of(relative)).substring(0, DIGITS);
    }
}
