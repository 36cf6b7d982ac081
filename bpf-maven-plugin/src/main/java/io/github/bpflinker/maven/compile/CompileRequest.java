package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.c.CSettings;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that is to be compiled, described completely.
 *
 * @param layout where everything lies
 * @param objects what to compile
 * @param endiannesses for which byte orders
 * @param c what is asked of the C compiler
 * @param clang which C compiler: embedded, system, or a path
 * @param rust what is asked of cargo
 * @param linkerClassPath the linker, which cargo is given, and what it needs
 * @param identity of this plugin, a part of every key
 * @param threads how many compilers run at once
 */
public record CompileRequest(
        Layout layout,
        List<ObjectSpec> objects,
        List<Endianness> endiannesses,
        CSettings c,
        String clang,
        RustSettings rust,
        List<Path> linkerClassPath,
        String identity,
        int threads) {

    public CompileRequest {
        objects = List.copyOf(objects);
        endiannesses = List.copyOf(endiannesses);
        linkerClassPath = List.copyOf(linkerClassPath);
    }
}
