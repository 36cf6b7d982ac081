package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;

/** Prints which process opens which file. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        long self = ProcessHandle.current().pid();
        try (Opensnoop bpf = Opensnoop.open().load();
                BpfLinks links = bpf.attachAll()) {
            System.out.println("PID      PROCESS          RESULT FILE");
            bpf.maps().openings().run(opening -> {
                if (opening.pid() != self) {
                    System.out.printf(
                            "%-8d %-16s %6d %s%n",
                            opening.pid(), opening.process(), opening.result(), opening.file());
                }
            });
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
