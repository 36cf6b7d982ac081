package io.github.bpflinker.maven;

import java.nio.file.Path;

/** Explains why a file in the source directory is not an object, and how to make it one. */
public final class StrayFiles {

    private StrayFiles() {}

    /** The message for a file directly in the source directory. */
    public static String sentence(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.resolveSibling("NAME");
        if (name.equals("Cargo.toml")) {
            return file + " makes no object: a crate is an object by its folder; move it and its src to "
                    + folder.resolve(name);
        }
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot < 0 ? "" : name.substring(name.lastIndexOf('.'));
        if (extension.equals(".rs")) {
            Path crate = file.resolveSibling(stem);
            return file + " makes no object: Rust is built as a crate; move it to " + crate.resolve("src/main.rs")
                    + " and write " + crate.resolve("Cargo.toml");
        }
        if (extension.equals(".c")) {
            return file + " makes no object: its name does not end in .bpf.c; rename it to "
                    + file.resolveSibling(name.substring(0, name.length() - extension.length()) + ".bpf.c")
                    + ", or list it in <objects>";
        }
        return file + " makes no object: objects are made of C and Rust; write it in C, as "
                + file.resolveSibling(stem + ".bpf.c");
    }
}
