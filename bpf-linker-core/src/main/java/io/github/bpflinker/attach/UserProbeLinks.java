package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.load.syscall.PerfEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attaches to places in programs and libraries. */
final class UserProbeLinks {

    private static final int SEMAPHORE_SHIFT = 32;
    private static final int MULTI = 48;
    private static final int SESSION = 57;
    private static final int AT_RETURN = 1;

    private UserProbeLinks() {}

    static BpfLink one(LoadedProgram program, String file, UprobeOptions options, boolean links) {
        Path path = CodeFileSearch.find(file);
        String place = options.function().isEmpty()
                ? "0x" + Long.toHexString(options.offset())
                : options.function() + (options.offset() == 0 ? "" : "+0x" + Long.toHexString(options.offset()));
        Attacher attacher = new Attacher(
                program,
                Kind.UPROBE,
                (options.atReturn() ? "uretprobe " : "uprobe ") + path + ":" + place
                        + (options.pid() < 0 ? "" : " of process " + options.pid()));
        long start = options.function().isEmpty() ? 0 : CodeFile.read(path).offsetOf(options.function());
        return at(attacher, path, start + options.offset(), options, links);
    }

    /** Probes one place of a file. */
    static BpfLink at(Attacher attacher, Path path, long offset, UprobeOptions options, boolean links) {
        int type = ProbeUnit.type("uprobe")
                .orElseThrow(
                        () -> AttachException.unsuitable(
                                "program '"
                                        + attacher.program().name() + "' can't be attached to " + attacher.target()
                                        + ": this kernel has no uprobes of perf (CONFIG_UPROBE_EVENTS, Linux 4.17); use another kernel"));
        long config = options.semaphore() << SEMAPHORE_SHIFT;
        if (options.atReturn()) {
            config |= 1L << ProbeUnit.returnBit("uprobe");
        }
        int fd = new PerfEvent(type, config)
                .probe(path.toString(), offset)
                .tryOpen(attacher.calls(), options.pid(), options.pid() < 0 ? 0 : -1);
        attacher.check("perf_event_open", fd);
        return PerfLinks.attach(attacher, List.of(fd), options.cookie(), links);
    }

    static BpfLink multi(LoadedProgram program, String file, MultiOptions options) {
        Path path = CodeFileSearch.find(file);
        CodeFile code = CodeFile.read(path);
        Attacher attacher = new Attacher(program, Kind.UPROBE, options.names() + " of " + path);
        Map<String, Long> found = new TreeMap<>();
        long[] offsets;
        if (options.cookies().isEmpty()) {
            options.functions()
                    .forEach(name ->
                            found.putAll(isPattern(name) ? code.matching(name) : Map.of(name, code.offsetOf(name))));
            offsets = found.values().stream()
                    .mapToLong(Long::longValue)
                    .distinct()
                    .toArray();
        } else {
            offsets = options.functions().stream().mapToLong(code::offsetOf).toArray();
        }
        options.check(new MultiOptions.LinkTarget(program.name(), path.toString(), "nm -D " + path), offsets.length);
        return places(attacher, path, offsets, new long[0], options.cookieArray(), options.atReturn(), options.pid());
    }

    /** Probes places by one link (Linux 6.6). */
    static BpfLink places(
            Attacher attacher,
            Path path,
            long[] offsets,
            long[] semaphores,
            long[] cookies,
            boolean atReturn,
            int pid) {
        int type = attacher.program().plan().attachType() == SESSION ? SESSION : MULTI;
        return attacher.create(fd -> new LinkAttributes(fd, 0, type)
                .uprobes(
                        path.toString(),
                        atReturn && type == MULTI ? AT_RETURN : 0,
                        Math.max(pid, 0),
                        offsets,
                        semaphores,
                        cookies));
    }

    private static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }
}
