package io.github.bpflinker.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The units of perf that make probes (Linux 4.17), as sysfs describes them. */
final class ProbeUnit {

    private static final Path DEVICES = Path.of("/sys/bus/event_source/devices");

    private ProbeUnit() {}

    /**
     * The number of a unit.
     *
     * @param name {@code kprobe} or {@code uprobe}
     * @return empty if the kernel has none
     */
    static OptionalInt type(String name) {
        return number(DEVICES.resolve(name).resolve("type"), "");
    }

    /** The bit of the configuration that asks for the return; 0 where the kernel does not say it. */
    static int returnBit(String name) {
        return number(DEVICES.resolve(name).resolve("format/retprobe"), "config:")
                .orElse(0);
    }

    private static OptionalInt number(Path file, String prefix) {
        try {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(file).strip().substring(prefix.length())));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
