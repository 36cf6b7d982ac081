package io.github.bpflinker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The rights to load programs; a test that needs them is skipped where they are missing. */
public final class Root {

    /** {@code PROC_PID_INIT_INO} of the kernel's {@code linux/proc_ns.h}. */
    private static final String INITIAL_PID_NAMESPACE = "pid:[4026531836]";

    private Root() {}

    /** Goes on only as root of a machine with BPF. */
    public static void require() {
        if (!"root".equals(System.getProperty("user.name"))
                || !System.getProperty("os.name").equals("Linux")) {
            Assumptions.abort("loading programs needs root");
        }
    }

    /** Goes on only where programs see the ids of processes that the processes see themselves. */
    public static void requireProcessIds() {
        require();
        try {
            if (!Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString().equals(INITIAL_PID_NAMESPACE)) {
                Assumptions.abort("in a PID namespace, programs see other process ids");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
