package io.github.bpflinker.cli;

import java.io.PrintStream;

/** What {@code --version} prints. */
final class VersionText {

    private VersionText() {}

    static void print(PrintStream out) {
        out.println("bpf-linker " + ownVersion());
    }

    /** The version out of the manifest of the jar; a development build run from class files has none. */
    static String ownVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }
}
