package io.github.bpflinker.attach;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A route of its own whose packets a program gets.
 *
 * @param destination the address of the network, whose bits behind the prefix are zero
 * @param prefixLength in bits
 * @param device the interface that packets leave by; for lwt_in and lwt_seg6local, that they would leave by next
 * @param gateway the next router; empty if the destinations are in the network of the interface
 * @param metric the smaller, the rather the route is taken among those to the same destination; 0 for the kernel's default
 * @param table the routing table, as {@code ip rule} numbers them; 254 is the main one
 */
public record RouteOptions(
        InetAddress destination,
        int prefixLength,
        NetworkDevice device,
        Optional<InetAddress> gateway,
        int metric,
        int table) {

    private static final int MAIN = 254;

    public RouteOptions {
        int bits = destination.getAddress().length * Byte.SIZE;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException("prefix length " + prefixLength + " is not from 0 to " + bits);
        }
        if (gateway.isPresent() && gateway.get().getAddress().length * Byte.SIZE != bits) {
            throw new IllegalArgumentException("gateway " + gateway.get().getHostAddress()
                    + " is not of the same protocol as " + destination.getHostAddress());
        }
    }

    /** A route by an interface, in the main table. */
    public static RouteOptions to(InetAddress destination, int prefixLength, NetworkDevice device) {
        return new RouteOptions(destination, prefixLength, device, Optional.empty(), 0, MAIN);
    }

    /** The same through a router. */
    public RouteOptions via(InetAddress router) {
        return new RouteOptions(destination, prefixLength, device, Optional.of(router), metric, table);
    }

    /** The same with another metric. */
    public RouteOptions metric(int changed) {
        return new RouteOptions(destination, prefixLength, device, gateway, changed, table);
    }

    /** The same in another routing table. */
    public RouteOptions table(int changed) {
        return new RouteOptions(destination, prefixLength, device, gateway, metric, changed);
    }

    @Override
    public String toString() {
        return destination.getHostAddress() + "/" + prefixLength
                + gateway.map(router -> " via " + router.getHostAddress()).orElse("") + " dev " + device;
    }
}
