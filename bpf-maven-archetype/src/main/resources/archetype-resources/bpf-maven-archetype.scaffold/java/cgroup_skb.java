package @package@;

import @package@.bpf.CgroupSkb;
import @package@.bpf.Connection;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadException;
import java.nio.file.Path;
import java.util.Arrays;

/** Refuses packets of a group of processes to some ports, and prints them. */
public final class Main {

    private Main() {}

    /** @param arguments a cgroup of version 2, such as /sys/fs/cgroup/user.slice, and the ports */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: java -jar @artifactId@.jar CGROUP PORT..., as in /sys/fs/cgroup 8080");
            System.exit(2);
        }
        try (CgroupSkb bpf = CgroupSkb.open().load()) {
            Arrays.stream(arguments).skip(1).forEach(port -> bpf.maps().rules().update(Long.valueOf(port), 0L));
            try (BpfLink link = bpf.programs().filterSent().attachCgroup(Path.of(arguments[0]))) {
                System.out.println("refusing in " + link.target());
                bpf.maps().refusals().run(Main::print);
            }
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Connection refused) {
        System.out.printf(
                "refused %s from %s to %s%n",
                Network.protocol(refused.protocol()),
                Network.address(refused.source(), refused.sourcePort()),
                Network.address(refused.destination(), refused.destinationPort()));
    }
}
