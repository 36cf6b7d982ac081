package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** Shows how many system calls each cgroup makes, in all and of the most frequent kind. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Path root = cgroups();
        try (Systemcalls bpf = Systemcalls.open().load();
                BpfLinks links = bpf.attachAll()) {
            while (true) {
                Thread.sleep(1000);
                print(bpf.maps().counts().asMap(), names(root));
            }
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(Map<Call, Long> counts, Map<Long, String> names) {
        Map<Long, Map<Long, Long>> byCgroup = new HashMap<>();
        counts.forEach((call, count) -> byCgroup
                .computeIfAbsent(call.cgroup(), cgroup -> new HashMap<>())
                .merge(call.number(), count, Long::sum));
        System.out.println("     CALLS  MOSTLY NUMBER  CGROUP");
        byCgroup.forEach((cgroup, numbers) -> System.out.printf(
                "%10d %14d  %s%n",
                numbers.values().stream().mapToLong(Long::longValue).sum(),
                numbers.entrySet().stream().max(Entry.comparingByValue()).orElseThrow().getKey(),
                names.getOrDefault(cgroup, "number " + cgroup)));
    }

    /** The number of a cgroup is that of the inode of its folder. */
    private static Map<Long, String> names(Path root) throws IOException {
        Map<Long, String> names = new HashMap<>();
        try (Stream<Path> folders = Files.find(root, 8, (path, attributes) -> attributes.isDirectory())) {
            for (Path folder : folders.toList()) {
                names.put((Long) Files.getAttribute(folder, "unix:ino"), "/" + root.relativize(folder));
            }
        }
        return names;
    }

    private static Path cgroups() throws IOException {
        return Files.readAllLines(Path.of("/proc/mounts")).stream()
                .map(line -> line.split(" "))
                .filter(mount -> mount[2].equals("cgroup2"))
                .map(mount -> Path.of(mount[1]))
                .findFirst()
                .orElseThrow(() -> new IOException("no cgroups of version 2 are mounted; mount -t cgroup2 none FOLDER"));
    }
}
