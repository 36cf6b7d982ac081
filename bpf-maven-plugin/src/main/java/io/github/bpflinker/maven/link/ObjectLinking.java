package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.StaleOutputs;
import io.github.bpflinker.maven.incremental.WorkFolder;
import io.github.bpflinker.maven.process.ParallelTasks;
import io.github.bpflinker.maven.process.ParallelTasks.Task;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.UnitList;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Links every unit in every variant and removes the outputs of objects that no longer exist. */
public final class ObjectLinking {

    private final ObjectLinkRequest request;
    private final LinkEngine engine;
    private final BuildLog log;

    public ObjectLinking(ObjectLinkRequest request, LinkEngine engine, BuildLog log) {
        this.request = request;
        this.engine = engine;
        this.log = log;
    }

    /**
     * The result of linking.
     *
     * @param jobs one for each object and variant
     * @param runs the number of links that ran; 0 if everything was up to date
     */
    public record Result(List<LinkJob> jobs, int runs) {
        public Result {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * Runs all links.
     *
     * @throws BuildFailure if a link fails, or an object has not been compiled
     */
    public Result run() {
        return WorkFolder.whileHeld(request.layout().work(), log, this::linkAll);
    }

    private Result linkAll() {
        List<LinkJob> jobs = jobs();
        AtomicInteger runs = new AtomicInteger();
        List<Task> tasks = new ArrayList<>();
        for (LinkJob job : jobs) {
            tasks.add(new Task(job.unit().name(), () -> {
                if (engine.link(job)) {
                    runs.incrementAndGet();
                }
            }));
        }
        StaleOutputs outputs = StaleOutputs.of(
                request.state("outputs"),
                jobs.stream().flatMap(job -> job.outputs().stream()).toList(),
                engine.states());
        // The second link of a worker takes a tenth of the time of the first one, so each worker gets two links.
        new ParallelTasks(log, Math.min(request.threads(), (tasks.size() + 1) / 2)).run(tasks);
        outputs.remove();
        return new Result(jobs, runs.get());
    }

    private List<LinkJob> jobs() {
        Optional<List<LinkUnit>> compiled = UnitList.read(request.layout().units(request.objects()));
        List<LinkUnit> units = compiled.orElse(List.of());
        for (ObjectSpec object : request.objects()) {
            if (units.stream().noneMatch(unit -> unit.object().equals(object.name()))) {
                throw new BuildFailure(new Reason.NotCompiled(object.name()));
            }
        }
        List<LinkJob> jobs = new ArrayList<>();
        for (Variant variant : request.variants()) {
            for (LinkUnit unit : units) {
                if (unit.endianness() == variant.endianness()) {
                    jobs.add(job(unit, variant));
                }
            }
        }
        return jobs;
    }

    private LinkJob job(LinkUnit unit, Variant variant) {
        String name = unit.name();
        Path output = request.output(name, variant);
        Optional<ObjectSpec> spec = request.objects().stream()
                .filter(object -> object.name().equals(unit.object()))
                .findFirst();
        String stateName = variant.isPlain() ? name : name + "@" + variant.classifier();
        LinkOptions own = LinkOptions.builder()
                .set(LinkOption.OUTPUT, output)
                .set(LinkOption.EMIT, request.kinds())
                .set(LinkOption.LINK_MAP, request.linkMap(name, variant))
                .set(LinkOption.DUMP_MODULE, request.dump(name, variant))
                .build();
        return new LinkJob(
                unit, variant, engine.settings().request(unit, spec, variant, own), request.state(stateName));
    }
}
