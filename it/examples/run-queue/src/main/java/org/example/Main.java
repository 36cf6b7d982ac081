package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows how long threads wait for a processor, each second. */
public final class Main {

    private static final int WIDTH = 50;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Runqueue bpf = Runqueue.open().load();
                BpfLinks links = bpf.attachAll()) {
            while (true) {
                Thread.sleep(1000);
                print(new TreeMap<>(bpf.maps().waits().asMap()));
            }
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(SortedMap<Integer, Long> counts) {
        counts.values().removeIf(count -> count == 0);
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        System.out.println("MICROSECONDS OF WAITING      COUNT");
        counts.forEach((bucket, count) -> System.out.printf(
                "%10d -> %-10d %6d %s%n",
                bucket == 0 ? 0 : 1L << bucket,
                (2L << bucket) - 1,
                count,
                "*".repeat((int) Math.max(1, count * WIDTH / most))));
    }
}
