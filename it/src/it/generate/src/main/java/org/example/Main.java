package org.example;

import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.it.bpf.Event;
import io.github.bpflinker.it.bpf.Processes;
import io.github.bpflinker.load.LoadException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Starts a process and waits for its event. */
public final class Main {

    public static void main(String[] arguments) throws Exception {
        System.out.println("size " + Event.SIZE);
        try (Processes bpf = Processes.open().load();
                BpfLinks links = bpf.attachAll()) {
            long pid = new ProcessBuilder("/bin/true").start().pid();
            Set<Long> started = new HashSet<>();
            while (!started.contains(pid)) {
                bpf.maps().events().poll(Duration.ofSeconds(60), event -> started.add(event.pid()));
            }
            System.out.println("saw it, and " + (bpf.bss().seen() > 0 ? "counted" : "did not count"));
        } catch (LoadException e) {
            System.out.println("not loaded: " + e.getMessage());
        }
    }
}
