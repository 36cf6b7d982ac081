package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Prints each TCP connection that this machine makes, and how long it took to be established. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (Connections bpf = Connections.open().load();
                BpfLinks links = bpf.attachAll()) {
            System.out.println("PID      PROCESS          MICROSECONDS TO");
            bpf.maps().connections().run(Main::print);
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void print(Connection made) {
        System.out.printf(
                "%-8d %-16s %12.1f %s:%d%n",
                made.pid(), made.process(), made.nanoseconds() / 1000.0, address(made.destination()), made.port());
    }

    private static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
