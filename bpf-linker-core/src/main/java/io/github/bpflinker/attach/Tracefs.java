package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.DetachedMount;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of tracefs, whether it is mounted or not. */
final class Tracefs {

    private static final List<Path> MOUNTS =
            List.of(Path.of("/sys/kernel/tracing"), Path.of("/sys/kernel/debug/tracing"));

    private Tracefs() {}

    /**
     * Uses its root folder. Where it is not mounted, it is reached without mounting it anywhere (Linux 5.2).
     *
     * @param use gets a path that is valid until it returns
     * @throws AttachException if this process can't reach it
     */
    static <T> T use(SystemCalls calls, Function<Path, T> use) {
        for (Path mount : MOUNTS) {
            if (Files.isDirectory(mount.resolve("events"))) {
                return use.apply(mount);
            }
        }
        int root = DetachedMount.tryMount(calls, "tracefs");
        if (root < 0) {
            throw AttachException.unsuitable(
                    "tracefs, which tells the numbers of tracepoints, can't be read: "
                            + Errno.describe(-root) + "; it is for root only (CAP_SYS_ADMIN); have root mount it with"
                            + " mount -t tracefs -o gid=GROUP,mode=750 tracefs /sys/kernel/tracing, or run with that capability");
        }
        try {
            return use.apply(Path.of("/proc/self/fd/" + root));
        } finally {
            calls.close(root);
        }
    }

    /** Names in a folder; none if it can't be read. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            // No such folder, or not readable: no names to suggest then.
            return List.of();
        }
    }
}
