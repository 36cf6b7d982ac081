package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.List;

/**
 * The project's settings for the C compiler.
 *
 * @param includes header directories in search order
 * @param dependencies header directories of other projects, searched after {@code includes}
 * @param systemHeaders the use of headers that are installed on the machine
 * @param defines {@code NAME} or {@code NAME=VALUE}
 * @param flags further options for clang
 * @param targetArch the processor architecture of tracing programs
 * @param cpu the BPF CPU, for predefined macros
 * @param roots directories that differ between checkouts, the project's first; paths in them are recorded relative to
 *     it
 */
public record CSettings(
        List<Path> includes,
        List<Path> dependencies,
        SystemHeaderPosition systemHeaders,
        List<String> defines,
        List<String> flags,
        TargetArch targetArch,
        String cpu,
        List<Path> roots) {

    public CSettings {
        includes = List.copyOf(includes);
        dependencies = List.copyOf(dependencies);
        defines = List.copyOf(defines);
        flags = List.copyOf(flags);
        roots = List.copyOf(roots);
    }
}
