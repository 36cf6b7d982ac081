package io.github.bpflinker.maven.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A source file with the types that it is compiled with. Its first line says which: {@code // TYPES: uapi vmlinux}.
 */
record Program(Path source, Types types) {

    /** Where a program's types come from. */
    enum Types {
        /** The plugin's headers, or installed ones. */
        UAPI,
        /** The plugin's headers, for installed ones may be too old. */
        BUNDLED,
        /** The running kernel's BTF. */
        VMLINUX
    }

    static Stream<Program> variants(Path source) {
        try {
            String first = Files.readAllLines(source).get(0);
            return Arrays.stream(first.replace("// TYPES: ", "").split(" "))
                    .map(word -> new Program(source, Types.valueOf(word.toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options for the compiler; {@code vmlinux} is the folder of vmlinux.h. */
    List<String> options(Path vmlinux) {
        return types == Types.VMLINUX
                ? List.of("-D__TARGET_ARCH_x86", "-DUSE_VMLINUX", "-I", vmlinux.toString())
                : List.of("-D__TARGET_ARCH_x86");
    }

    String name() {
        return source.getFileName().toString().replace(".bpf.c", "");
    }

    @Override
    public String toString() {
        return name() + " with " + types;
    }
}
