package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.version.LlvmVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The clang of bytedeco's jar, with the BPF target and its own headers ({@code stdint.h} …). */
public final class EmbeddedClang {

    private final Path executable;
    private final Path libraries;
    private final LlvmVersion version;
    private final boolean linux;

    EmbeddedClang(Path executable, Path libraries, LlvmVersion version, boolean linux) {
        this.executable = executable;
        this.libraries = libraries;
        this.version = version;
        this.linux = linux;
    }

    public Path executable() {
        return executable;
    }

    public LlvmVersion version() {
        return version;
    }

    /**
     * Returns a process builder. clang finds its libraries by its run path, but a library path of the user would take
     * precedence, so the directory of clang's libraries is prepended to it.
     */
    public ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        if (linux) {
            builder.environment()
                    .computeIfPresent("LD_LIBRARY_PATH", (name, path) -> libraries + File.pathSeparator + path);
        }
        return builder;
    }
}
