package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A C compiler with the BPF target. */
public interface Clang {

    /** Identifies the compiler, without starting or downloading it. */
    String identity();

    /** The executable, if it is an installed one that can change. */
    Optional<Path> program();

    /** Returns a process builder. */
    ProcessBuilder command(List<String> arguments);

    /** The directory of its own headers, if its path differs between machines. */
    Optional<Path> ownFolder();
}
