package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.List;

/**
 * What a project asks of the C compiler.
 *
 * @param includes folders of headers, in the order in which they are searched
 * @param dependencies folders of headers of other projects, searched after those
 * @param systemHeaders what becomes of headers that are installed on the machine
 * @param defines {@code NAME} or {@code NAME=VALUE}
 * @param flags whatever else clang is to be told
 * @param targetArch the processor whose registers tracing programs read
 * @param cpu the BPF CPU whose features macros tell of
 * @param roots folders that differ between checkouts, the project's first: names in them are written relative to it
 */
public record CSettings(
        List<Path> includes,
        List<Path> dependencies,
        SystemHeaders systemHeaders,
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
