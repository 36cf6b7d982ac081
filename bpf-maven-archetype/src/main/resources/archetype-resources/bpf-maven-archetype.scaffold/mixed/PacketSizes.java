package @package@;

import @package@.bpf.Sizes;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** Counts the packets that this machine receives, by size, and prints the counts when the application is stopped. */
final class PacketSizes implements AutoCloseable {

    private static final int LEAST = 64;

    private final Sizes bpf;
    private final Thread printer = new Thread(this::print);

    private PacketSizes(Sizes bpf) {
        this.bpf = bpf;
    }

    /** Starts to count, on every interface. */
    static PacketSizes count() {
        Sizes bpf = Sizes.open().load();
        try {
            devices().forEach(device -> bpf.programs().countSizes().attachIngress(device));
        } catch (RuntimeException e) {
            bpf.close();
            throw e;
        }
        PacketSizes sizes = new PacketSizes(bpf);
        Runtime.getRuntime().addShutdownHook(sizes.printer);
        return sizes;
    }

    private static List<String> devices() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(device -> !device.getInterfaceAddresses().isEmpty())
                    .map(NetworkInterface::getName)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private void print() {
        StringBuilder table = new StringBuilder(String.format("%n%-20s %10s%n", "BYTES IN A PACKET", "RECEIVED"));
        bpf.maps().sizes().forEach((bucket, counts) -> {
            // One for each CPU.
            long count = counts.stream().mapToLong(Long::longValue).sum();
            if (count > 0) {
                long end = (long) LEAST << bucket;
                table.append(String.format("%8d to %8d %10d%n", bucket == 0 ? 0 : end / 2, end - 1, count));
            }
        });
        System.out.print(table);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(printer);
        bpf.close();
    }
}
