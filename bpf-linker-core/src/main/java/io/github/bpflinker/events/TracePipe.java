package io.github.bpflinker.events;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.DetachedMount;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.EventCalls;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The output of {@code bpf_printk} of all programs of the machine (Linux 5.9). It uses a trace instance of its own, so other
 * readers of the trace pipe get the output as well. Each event is one line without its end; {@link TraceLine#parse} separates
 * its parts. tracefs need not be mounted. Needs root.
 */
public final class TracePipe implements EventSource {

    private static final int NON_BLOCKING = 0x800;
    private static final int LONGEST = 1 << 16;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SystemCalls calls;
    private final EventCalls events = EventCalls.ofSystem();
    private final int root;
    private final Path instance;
    private final int fd;
    private final NativeMemory chunk = NativeMemory.allocate(1 << 13);
    private final ByteBuffer pending = ByteBuffer.allocate(LONGEST).order(ByteOrder.nativeOrder());
    private final ConsumerLock lock;

    private TracePipe(SystemCalls calls, int root, Path instance, int fd) {
        this.calls = calls;
        this.root = root;
        this.instance = instance;
        this.fd = fd;
        this.lock = new ConsumerLock("the trace pipe is closed", this::release);
    }

    /**
     * Opens it; output from then on is received.
     *
     * @throws LoadException if tracefs can't be accessed, or before Linux 5.9
     */
    public static TracePipe open(RunningKernel kernel) {
        SystemCalls calls = kernel.bpf().calls();
        int root = DetachedMount.tryMount(calls, "tracefs");
        if (root < 0) {
            throw refused("fsmount", root, "tracefs is accessible by root only, since Linux 5.2 without mounting it");
        }
        Path instance = Path.of(
                "/proc/self/fd/" + root,
                "instances",
                "bpf-linker-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
        boolean opened = false;
        try {
            Files.createDirectory(instance);
            // Wake readers at each line, not when half of the buffer is full (Linux 5.0).
            Path threshold = instance.resolve("buffer_percent");
            if (Files.exists(threshold)) {
                Files.writeString(threshold, "0");
            }
            Files.writeString(instance.resolve("events/bpf_trace/bpf_trace_printk/enable"), "1");
            int fd = calls.open(instance.resolve("trace_pipe").toString(), NON_BLOCKING);
            if (fd < 0) {
                throw refused("open", fd, "");
            }
            opened = true;
            return new TracePipe(calls, root, instance, fd);
        } catch (IOException e) {
            throw new LoadException(
                    new LoadProblem.Unsuitable(
                            "the trace pipe can't be opened: " + e.getMessage() + "; it needs root and Linux 5.9"),
                    e);
        } finally {
            if (!opened) {
                remove(calls, root, instance);
            }
        }
    }

    private static LoadException refused(String call, int answer, String reason) {
        return new LoadException(new LoadProblem.CallRefused("trace pipe", call, -answer, reason, ""));
    }

    private static void remove(SystemCalls calls, int root, Path instance) {
        try {
            Files.deleteIfExists(instance);
        } catch (IOException e) {
            System.getLogger(TracePipe.class.getName())
                    .log(System.Logger.Level.WARNING, "trace instance " + instance.getFileName() + " is left", e);
        }
        calls.close(root);
    }

    @Override
    public int consume(EventHandler handler, int most) {
        Event event = new Event();
        lock.enter();
        try {
            int taken = lines(event, handler, most);
            while (taken < most && !lock.isClosed() && fill()) {
                taken += lines(event, handler, most - taken);
            }
            return taken;
        } finally {
            event.clear();
            lock.exit();
        }
    }

    /** Reads what there is; false if there is nothing. */
    private boolean fill() {
        int count = events.read(fd, chunk);
        if (count == -Errno.EAGAIN || count == -Errno.EINTR || count == 0) {
            return false;
        }
        if (count < 0) {
            throw refused("read", count, "");
        }
        if (pending.remaining() < count) {
            // A line that never ends.
            pending.clear();
        }
        pending.put(pending.position(), chunk.bytes(), 0, count).position(pending.position() + count);
        return true;
    }

    private int lines(Event event, EventHandler handler, int most) {
        int taken = 0;
        int start = 0;
        try {
            for (int at = 0; at < pending.position() && taken < most && !lock.isClosed(); at++) {
                if (pending.get(at) == '\n') {
                    event.set(pending, start, at - start);
                    start = at + 1;
                    taken++;
                    handler.accept(event);
                }
            }
        } finally {
            int end = pending.position();
            pending.limit(end).position(start);
            pending.compact();
        }
        return taken;
    }

    /** The text of an event of this source. */
    public static String text(Event event) {
        return new String(event.toArray(), StandardCharsets.UTF_8);
    }

    @Override
    public int[] descriptors() {
        return new int[] {fd};
    }

    @Override
    public void close() {
        lock.close();
    }

    private void release() {
        calls.close(fd);
        remove(calls, root, instance);
    }
}
