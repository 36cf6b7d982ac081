package io.github.bpflinker.testing;

import org.junit.jupiter.api.Assumptions;

/** The rights to load programs; a test that needs them is skipped where they are missing. */
public final class Root {

    private Root() {}

    /** Goes on only as root of a machine with BPF. */
    public static void require() {
        if (!"root".equals(System.getProperty("user.name"))
                || !System.getProperty("os.name").equals("Linux")) {
            Assumptions.abort("loading programs needs root");
        }
    }
}
