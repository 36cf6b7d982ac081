package @package@;

import @package@.bpf.Exec;
import @package@.bpf.Tracepoint;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;

/** Prints each process that starts a program, with its arguments. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (Tracepoint bpf = Tracepoint.open().load();
                BpfLinks links = bpf.attachAll()) {
            System.out.println("PID      USER     STARTED BY       COMMAND");
            bpf.maps().execs().run(Main::print);
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Exec exec) {
        System.out.printf("%-8d %-8d %-16s %s%n", exec.pid(), exec.uid(), exec.starter(), exec.command().strip());
    }
}
