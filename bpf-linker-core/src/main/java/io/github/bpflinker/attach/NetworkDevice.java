package io.github.bpflinker.attach;

import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A network interface, by name or index, in this network namespace or another.
 *
 * @param name empty if the index says which
 * @param index 0 if the name says which
 * @param namespace a file that stands for the namespace, as {@code /run/netns/NAME} and {@code /proc/PID/ns/net} do; empty
 *     for the one of the calling thread
 */
public record NetworkDevice(String name, int index, Optional<Path> namespace) {

    /** By name, in this namespace. */
    public static NetworkDevice named(String name) {
        return new NetworkDevice(name, 0, Optional.empty());
    }

    /** By index, in this namespace. */
    public static NetworkDevice index(int index) {
        return new NetworkDevice("", index, Optional.empty());
    }

    /** An interface that Java found, in this namespace. */
    public static NetworkDevice of(NetworkInterface found) {
        return index(found.getIndex());
    }

    /** The same in another namespace. */
    public NetworkDevice in(Path file) {
        return new NetworkDevice(name, index, Optional.of(file));
    }

    @Override
    public String toString() {
        return (name.isEmpty() ? "index " + index : name)
                + namespace.map(file -> " of network namespace " + file).orElse("");
    }
}
