package io.github.bpflinker.attach;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.events.RingBuffer;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts and ends a process while {@code tracer.rs} is attached, compares what it reports with {@code /proc}, and prints a
 * line for each report. Needs nothing but the library and JNA.
 */
public final class TracedProcesses {

    private static final long TICK = 10_000_000;
    private static final int ATTEMPTS = 2000;
    private static final int SIZE = 80;
    private static final int NAME = 64;
    private static final int STARTED = 19;

    private TracedProcesses() {}

    /** What {@code /proc} says of a process. */
    private record Expected(long pid, long parent, long namespace, Optional<Long> cgroup, long startTicks) {

        static Expected of(long pid) throws IOException {
            Path process = Path.of("/proc/" + pid);
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            String namespace = Files.readSymbolicLink(process.resolve("ns/pid")).toString();
            return new Expected(
                    pid,
                    ProcessHandle.current().pid(),
                    Long.parseLong(namespace.replaceAll("[^0-9]", "")),
                    cgroup(Files.readAllLines(process.resolve("cgroup"))),
                    Long.parseLong(fields[STARTED]));
        }

        private static Optional<Long> cgroup(List<String> lines) throws IOException {
            Optional<String> mount = Files.readAllLines(Path.of("/proc/mounts")).stream()
                    .map(line -> line.split(" ", -1))
                    .filter(fields -> fields[2].equals("cgroup2"))
                    .map(fields -> fields[1])
                    .findFirst();
            Optional<String> path = lines.stream()
                    .filter(line -> line.startsWith("0::"))
                    .map(line -> line.substring("0::".length()))
                    .findFirst();
            if (mount.isEmpty() || path.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of((Long) Files.getAttribute(Path.of(mount.get() + path.get()), "unix:ino"));
        }
    }

    /**
     * Prints the lines.
     *
     * @param arguments the object
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (LoadedObject loaded =
                        BpfLoader.of(BpfObject.read(Path.of(arguments[0]))).load();
                BpfLinks links = Attach.all(loaded);
                RingBuffer events = RingBuffer.of(loaded.map("EVENTS"))) {
            Process process = new ProcessBuilder("sleep", "100").start();
            long pid = process.pid();
            ByteBuffer exec = next(events, 0, pid);
            Expected expected = Expected.of(pid);
            System.out.println("exec: " + compare(exec, expected));
            process.destroy();
            process.waitFor();
            System.out.println("exit: " + compare(next(events, 1, pid), expected));
            System.out.println("attached " + links.list().size() + ", by links of the kernel "
                    + links.list().stream().allMatch(BpfLink::isKernelLink));
        }
    }

    private static ByteBuffer next(RingBuffer events, int kind, long pid) throws InterruptedException {
        ByteBuffer found = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        for (int attempt = 0; attempt < ATTEMPTS && found.position() == 0; attempt++) {
            events.consume(
                    event -> {
                        // Java starts a program of its own first, which becomes this one.
                        boolean wanted = event.getInt(0) == kind
                                && event.getInt(4) == pid
                                && event.getByte(NAME) == 's'
                                && event.getByte(NAME + 1) == 'l';
                        if (wanted && found.position() == 0) {
                            for (int i = 0; i < SIZE; i++) {
                                found.put(event.getByte(i));
                            }
                        }
                    },
                    Integer.MAX_VALUE);
            Thread.sleep(5);
        }
        if (found.position() == 0) {
            throw new IllegalStateException("nothing was reported of process " + pid);
        }
        return found;
    }

    private static String compare(ByteBuffer event, Expected expected) {
        byte[] name = new byte[SIZE - NAME];
        event.get(NAME, name);
        return "pid " + same(event.getInt(4), expected.pid())
                + ", parent " + same(event.getInt(8), expected.parent())
                + ", in_execve " + event.getInt(12)
                + ", namespace " + same(Integer.toUnsignedLong(event.getInt(16)), expected.namespace())
                + ", PIDTYPE_TGID " + event.getInt(20)
                + ", exit code " + event.getInt(24)
                + ", threads " + event.getInt(28)
                + ", PIDTYPE_SID " + event.getInt(32)
                + ", in_iowait " + event.getInt(36)
                + ", cgroup "
                + (expected.cgroup().isPresent()
                        ? same(event.getLong(40), expected.cgroup().get())
                        : event.getLong(40) > 0 ? "right" : "missing")
                + ", start " + same(event.getLong(48) / TICK, expected.startTicks())
                + ", state " + (event.getLong(56) & 0xff)
                + ", name " + new String(name, StandardCharsets.UTF_8).replaceAll("\0.*", "");
    }

    private static String same(long reported, long expected) {
        return reported == expected ? "right" : reported + " instead of " + expected;
    }
}
