package @package@;

import @package@.bpf.Lookup;
import @package@.bpf.Uprobe;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;

/** Prints the host names that programs look up with the C library. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (Uprobe bpf = Uprobe.open().load();
                BpfLinks links = bpf.attachAll()) {
            System.out.println("PID      USER     PROCESS          HOST");
            bpf.maps().lookups().run(Main::print);
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Lookup lookup) {
        System.out.printf("%-8d %-8d %-16s %s%n", lookup.pid(), lookup.uid(), lookup.process(), lookup.host());
    }
}
