package @package@;

import @package@.bpf.Lsm;
import @package@.bpf.Name;
import @package@.bpf.Refusal;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;

/** Refuses to open files of some names, and prints who tried. */
public final class Main {

    private Main() {}

    /** @param arguments names of files, without folder */
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: java -jar @artifactId@.jar NAME..., as in secret.txt");
            System.exit(2);
        }
        try (Lsm bpf = Lsm.open().load()) {
            for (String name : arguments) {
                bpf.maps().rules().update(new Name(name), 0L);
            }
            try (BpfLinks links = bpf.attachAll()) {
                System.out.println("PID      USER     PROCESS          REFUSED");
                bpf.maps().refusals().run(Main::print);
            }
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Refusal refusal) {
        System.out.printf("%-8d %-8d %-16s %s%n", refusal.pid(), refusal.uid(), refusal.process(), refusal.file());
    }
}
