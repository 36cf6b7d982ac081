package @package@;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** What the numbers in packets stand for. */
final class Network {

    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ICMPV6 = 58;
    private static final String LOOPBACK = "lo";

    private Network() {}

    /** The first interface that reaches other machines, else the one that reaches this machine only. */
    static String device() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(device -> !device.getInterfaceAddresses().isEmpty())
                    .map(NetworkInterface::getName)
                    .filter(name -> !name.equals(LOOPBACK))
                    .findFirst()
                    .orElse(LOOPBACK);
        } catch (SocketException e) {
            return LOOPBACK;
        }
    }

    /** The text of 16 bytes; Java recognizes an IPv4 address among them. */
    static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(bytes.length + " bytes are no address", e);
        }
    }

    static String address(byte[] bytes, int port) {
        return port == 0 ? address(bytes) : address(bytes) + ":" + port;
    }

    static String protocol(long number) {
        return switch ((int) number) {
            case ICMP -> "icmp";
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMPV6 -> "icmpv6";
            default -> Long.toString(number);
        };
    }
}
