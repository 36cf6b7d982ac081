package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A C compiler with the BPF target. */
public interface Clang {

    /** What tells it from others, as far as is known without starting or fetching anything. */
    String identity();

    /** The program, if it is one of the machine that may change. */
    Optional<Path> program();

    /** A process to be started. */
    ProcessBuilder command(List<String> arguments);

    /** The folder of its own headers, where its place differs between machines. */
    Optional<Path> ownFolder();
}
