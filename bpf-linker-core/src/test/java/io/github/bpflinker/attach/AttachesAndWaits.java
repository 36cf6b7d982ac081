package io.github.bpflinker.attach;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.events.EventLoop;
import io.github.bpflinker.events.TracePipe;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.host.RunningKernel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A process of its own that loads and attaches, says the ids of what it made, a line each ({@code link 5}), then {@code
 * ready}, and closes nothing.
 */
public final class AttachesAndWaits {

    private final List<BpfLink> links = new ArrayList<>();
    private final Path objects;

    private AttachesAndWaits(Path objects) {
        this.objects = objects;
    }

    /**
     * Runs until it is killed.
     *
     * @param arguments a folder with {@code tracing.o}, {@code probes.o}, {@code network.o} and {@code cgroups.o}; a cgroup;
     *     a network namespace with interface {@code right}; a path for a pin
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        AttachesAndWaits process = new AttachesAndWaits(Path.of(arguments[0]));
        NetworkDevice device = NetworkDevice.named("right").in(Path.of(arguments[2]));
        process.attach(device, Path.of(arguments[1]));
        LoadedObject kept = process.load("tracing", "on_raw_tracepoint");
        BpfLink link = Attach.rawTracepoint(kept.program("on_raw_tracepoint"), "sched_process_exit");
        link.pin(Path.of(arguments[3]));
        System.out.println("pinned " + link.info().orElseThrow().id());
        System.out.println("ready");
        try (EventLoop loop = new EventLoop()) {
            loop.add(TracePipe.open(RunningKernel.ofSystem()), event -> {});
            new CountDownLatch(1).await();
        }
        // What is still to be reached here is not closed by the garbage collector before.
        System.out.println(process.links + " " + kept);
    }

    private void attach(NetworkDevice device, Path cgroup) throws IOException {
        LoadedObject tracing = load("tracing", "on_tracepoint", "on_clock", "on_typed_tracepoint");
        add(Attach.tracepoint(tracing.program("on_tracepoint"), "sched", "sched_process_exit"));
        add(Attach.perfEvent(tracing.program("on_clock"), PerfEventOptions.cpuClock(10)));
        add(Attach.tracing(tracing.program("on_typed_tracepoint")));
        LoadedObject probes = load("probes", "at_entry", "at_entries");
        add(Attach.uprobe(probes.program("at_entry"), "libc.so.6", UprobeOptions.function("abs")));
        add(Attach.uprobes(probes.program("at_entries"), "libc.so.6", MultiOptions.of("labs")));
        LoadedObject network = load("network", "drops", "first", "leads", "refuses");
        add(Attach.xdp(network.program("drops"), device, XdpMode.GENERIC));
        add(Attach.tcxIngress(network.program("first"), device, Place.last()));
        add(Attach.networkNamespace(network.program("leads"), device.namespace().orElseThrow()));
        LoadedObject cgroups = load("cgroups", "connects");
        add(Attach.cgroup(cgroups.program("connects"), cgroup));
    }

    private void add(BpfLink link) {
        links.add(link);
        link.info().ifPresent(info -> System.out.println("link " + info.id()));
    }

    private LoadedObject load(String name, String... programs) throws IOException {
        Path file = objects.resolve(name + ".o");
        LoadedObject object = BpfLoader.of(BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file))))
                .programs((plan, settings) -> settings.load(List.of(programs).contains(plan.name())))
                .load();
        for (LoadedProgram program : object.programs()) {
            System.out.println("program " + program.info().id());
        }
        for (LoadedMap map : object.maps()) {
            System.out.println("map " + map.info().id());
        }
        return object;
    }
}
