package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.c.CSettings;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * The complete input of the goal {@code compile}.
 *
 * @param layout the directories of the project
 * @param objects the objects to compile
 * @param endiannesses the byte orders to compile for
 * @param c the settings for the C compiler
 * @param clang the C compiler: embedded, system, or a path
 * @param rust the settings for cargo
 * @param linkerClassPath the class path of the linker that cargo runs
 * @param identity the identity of this plugin, a part of every incremental key
 * @param threads the maximum number of concurrent compilers
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
