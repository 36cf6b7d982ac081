package @package@;

import @package@.bpf.Deletion;
import @package@.bpf.Fentry;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;

/** Prints each file that is deleted. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (Fentry bpf = Fentry.open().load();
                BpfLinks links = bpf.attachAll()) {
            System.out.println("PID      USER     PROCESS          DELETED");
            bpf.maps().deletions().run(Main::print);
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Deletion deletion) {
        System.out.printf(
                "%-8d %-8d %-16s %s%n", deletion.pid(), deletion.uid(), deletion.process(), deletion.file());
    }
}
