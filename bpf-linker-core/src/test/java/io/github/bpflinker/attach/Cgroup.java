package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;

/** A cgroup of version 2 of its own for single threads, removed when closed. */
record Cgroup(Path path) implements AutoCloseable {

    private static final List<Path> MOUNTS = List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));

    /** A new one; the calling test is skipped where version 2 is not mounted. */
    static Cgroup create() {
        Root.require();
        Path mount = MOUNTS.stream()
                .filter(folder -> Files.exists(folder.resolve("cgroup.controllers")))
                .findFirst()
                .orElseGet(() -> Assumptions.abort("needs a mount of cgroup2"));
        try {
            Path folder = Files.createTempDirectory(mount, "attach");
            Files.writeString(folder.resolve("cgroup.type"), "threaded");
            return new Cgroup(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs something on a thread that is in it; no other thread of this process is. */
    <T> T run(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> {
            int thread = SystemCalls.ofSystem().threadId();
            Files.writeString(path.resolve("cgroup.threads"), Integer.toString(thread));
            return work.call();
        });
        Thread thread = new Thread(task, "in cgroup");
        thread.start();
        thread.join();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Removes it, when the kernel has let go of the threads that were in it. */
    @Override
    public void close() {
        Objects.await(() -> {
            try {
                return Files.deleteIfExists(path);
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(path).doesNotExist();
    }
}
