package io.github.bpflinker.cli;

import io.github.bpflinker.LinkException;
import io.github.bpflinker.LlvmChoice;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.io.PrintStream;
import java.util.List;

/** What {@code --version} prints. */
final class VersionText {

    private VersionText() {}

    static void print(LlvmChoice choice, PrintStream out) {
        out.println("bpf-linker " + ownVersion());
        out.println("LLVM: " + llvm(choice));
    }

    /** The version out of the manifest of the jar; a development build run from class files has none. */
    static String ownVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return version == null ? "(development build)" : version;
    }

    private static String llvm(LlvmChoice choice) {
        try {
            return LlvmLocator.ofSystem().select(choice, List.of()).chosen().describe();
        } catch (LinkException e) {
            return Messages.sentence(e.diagnostic());
        }
    }
}
