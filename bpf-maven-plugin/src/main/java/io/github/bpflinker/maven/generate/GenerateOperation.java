package io.github.bpflinker.maven.generate;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.generate.GenerateException;
import io.github.bpflinker.generate.JavaGenerator;
import io.github.bpflinker.generate.ObjectSource;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.incremental.StaleOutputs;
import io.github.bpflinker.maven.incremental.WorkFolder;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The goal {@code generate}: writes the Java sources of all objects and removes those that are no longer needed. The
 * objects are one step, because they share a package.
 */
public final class GenerateOperation {

    private final GenerateRequest request;
    private final BuildLog log;
    private final BuildStateFiles states;

    public GenerateOperation(GenerateRequest request, BuildLog log) {
        this.request = request;
        this.log = log;
        this.states = new BuildStateFiles(log);
    }

    /**
     * Runs the goal.
     *
     * @throws BuildFailure if an object has no usable BTF
     */
    public GenerateResult run() {
        return WorkFolder.whileHeld(request.layout().work(), log, this::generateIfNeeded);
    }

    private GenerateResult generateIfNeeded() {
        BuildStateFile stateFile = states.at(request.state("classes"));
        String key = key();
        if (stateFile.readIfCurrent(key).isPresent()) {
            return new GenerateResult(false, List.of(), List.of(), List.of());
        }
        BuildStateRecorder recorder = stateFile.begin(key);
        SortedMap<Path, String> texts = generate();
        StaleOutputs outputs = StaleOutputs.of(request.state("sources"), List.copyOf(texts.keySet()), states);
        List<Path> created = new ArrayList<>();
        List<Path> changed = new ArrayList<>();
        texts.forEach((file, text) -> {
            boolean existed = Files.exists(file);
            if (Reports.write(file, text)) {
                (existed ? changed : created).add(file);
            }
        });
        GenerateResult result = new GenerateResult(true, created, changed, outputs.remove());
        CompiledClasses.delete(request.sources(), result.changed(), request.classes());
        CompiledClasses.delete(request.sources(), result.removed(), request.classes());
        if (result.hasChanges()) {
            CompiledClasses.deleteCaches(request.compilerStatus());
        }
        record(stateFile, recorder, texts);
        return result;
    }

    private String key() {
        List<String> parts = new ArrayList<>(List.of(request.options().toString(), request.identity()));
        request.objects().forEach(object -> parts.add(object.label() + " " + request.resource(object)));
        return Digest.ofTexts(parts);
    }

    private SortedMap<Path, String> generate() {
        Map<String, ObjectSource> objects = new LinkedHashMap<>();
        for (Linked linked : request.objects()) {
            String resource = request.resource(linked);
            BpfObject object = ObjectFiles.object(linked.file());
            objects.merge(
                    linked.name(),
                    ObjectSource.of(linked.name(), resource, object),
                    (known, more) -> known.withVariant(resource, object));
        }
        SortedMap<Path, String> texts = new TreeMap<>();
        try {
            JavaGenerator.generate(List.copyOf(objects.values()), request.options())
                    .forEach(source -> texts.put(request.sources().resolve(source.path()), source.text()));
        } catch (GenerateException e) {
            throw new BuildFailure(new Reason.LinkerRefuses(String.valueOf(e.getMessage())), e);
        }
        return texts;
    }

    private void record(BuildStateFile stateFile, BuildStateRecorder recorder, SortedMap<Path, String> texts) {
        try {
            recorder.inputs(request.objects().stream().map(Linked::file).toList())
                    .outputs(texts.keySet());
            stateFile.write(recorder.state());
        } catch (IOException e) {
            throw BuildFailure.unreadable(request.sources(), e);
        }
    }
}
