package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.load.LoadException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops packets that an interface receives, by the rules of a file, and shows how often each of them decided. */
public final class Main {

    private static final Pattern RULE =
            Pattern.compile("(pass|drop)(?: (icmp|tcp|udp|icmpv6)(?: port (\\d+))?)?(?: from ([\\d.:a-f]+)/(\\d+))?");
    private static final Map<String, Integer> PROTOCOLS = Map.of("icmp", 1, "tcp", 6, "udp", 17, "icmpv6", 58);

    private Main() {}

    /** @param arguments the interface, and a file with a rule a line, such as {@code drop udp port 53 from ::1/128} */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        try (Filter bpf = Filter.open().load()) {
            List<String> lines = Files.readAllLines(Path.of(arguments[1]));
            for (String line : lines) {
                bpf.maps().rules().update(rule(line), new Verdict(0, line.startsWith("drop")));
            }
            bpf.programs().filter().attachXdp(arguments[0]);
            while (true) {
                Thread.sleep(1000);
                System.out.println("   PACKETS  RULE");
                for (String line : lines) {
                    long packets = bpf.maps().rules().lookup(rule(line)).orElseThrow().packets();
                    System.out.printf("%10d  %s%n", packets, line);
                }
            }
        } catch (LoadException | AttachException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Rule rule(String line) throws IOException {
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            throw new IllegalArgumentException("'" + line + "' is no rule; write 'drop udp port 53 from 10.0.0.0/8'");
        }
        int protocol = rule.group(2) == null ? 0 : PROTOCOLS.get(rule.group(2));
        int port = rule.group(3) == null ? 0 : Integer.parseInt(rule.group(3));
        byte[] sender = new byte[16];
        int bits = 32;
        if (rule.group(4) != null) {
            byte[] address = InetAddress.getByName(rule.group(4)).getAddress();
            if (address.length == 4) {
                sender[10] = sender[11] = -1;
                bits += 96;
            }
            System.arraycopy(address, 0, sender, sender.length - address.length, address.length);
            bits += Integer.parseInt(rule.group(5));
        }
        return new Rule(bits, protocol, port, sender);
    }
}
