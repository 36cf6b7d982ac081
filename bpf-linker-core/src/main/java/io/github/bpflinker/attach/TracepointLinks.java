package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.PerfEvent;
import io.github.bpflinker.text.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Attaches to tracepoints, by events of perf or directly. */
final class TracepointLinks {

    private static final int RAW_SAMPLES = 1 << 10;

    private TracepointLinks() {}

    static BpfLink tracepoint(LoadedProgram program, String category, String name, long cookie, boolean links) {
        Attacher attacher = new Attacher(program, Kind.TRACEPOINT, "tracepoint " + category + ":" + name);
        int id = Tracefs.use(attacher.calls(), root -> id(attacher, root, category, name));
        PerfEvent event = new PerfEvent(PerfEvent.TRACEPOINT, id)
                .period(1)
                .sampleType(RAW_SAMPLES)
                .wakeUp(1);
        int fd = attacher.check("perf_event_open", event.tryOpen(attacher.calls(), -1, 0));
        return PerfLinks.attach(attacher, List.of(fd), cookie, links);
    }

    private static int id(Attacher attacher, Path root, String category, String name) {
        Path file = root.resolve("events").resolve(category).resolve(name).resolve("id");
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException e) {
            throw missing(attacher, root.resolve("events"), category, name, e);
        }
    }

    private static AttachException missing(
            Attacher attacher, Path events, String category, String name, IOException cause) {
        List<String> known = Tracefs.names(events.resolve(category));
        List<String> near = new ArrayList<>();
        if (known.isEmpty()) {
            NearestNames.of(category, Tracefs.names(events), 2).forEach(other -> near.add("category " + other));
        } else {
            near.addAll(NearestNames.of(name, known, 2));
        }
        String remedy = near.isEmpty()
                ? "see what is there with perf list tracepoint, or in /sys/kernel/tracing/events"
                : "there is " + String.join(", and ", near);
        AttachException failure =
                AttachException.unsuitable("program '" + attacher.program().name()
                        + "' can't be attached: the kernel has no " + attacher.target() + "; " + remedy);
        failure.initCause(cause);
        return failure;
    }

    static BpfLink raw(LoadedProgram program, String name, long cookie) {
        Attacher attacher = new Attacher(program, Kind.RAW_TRACEPOINT, "raw tracepoint " + name);
        int fd = attacher.tryOpenRawTracepoint(name, cookie);
        return attacher.link(
                new KernelLink(attacher.bpf(), attacher.check(Command.RAW_TRACEPOINT_OPEN.kernelName(), fd)));
    }
}
