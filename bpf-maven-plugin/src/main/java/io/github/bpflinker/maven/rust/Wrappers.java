package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.worker.WorkerCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The programs that cargo is given instead of rustc and its linker. They carry our options, because those in rustflags
 * would replace a user's. Cargo sees only their paths, so a path holds a digest of all that they do and use.
 *
 * @param rustc calls the compiler; for BPF with remapped prefixes and our linker
 * @param linker calls the linker so that it merges only
 */
record Wrappers(Path rustc, Path linker) {

    private static final int DIGITS = 16;

    /**
     * Writes them, unless they are there.
     *
     * @param folder in which each version has its own
     * @param identity of this plugin and of the compiler
     * @param prefixMaps {@code FROM=TO}, the most specific ones last
     */
    static Wrappers write(
            Path folder,
            String identity,
            RustToolchain toolchain,
            List<String> prefixMaps,
            WorkerCommand command,
            List<String> linkerOptions) {
        List<String> linkWords = command.once(List.of());
        List<String> parts = new ArrayList<>(List.of(identity, toolchain.toString()));
        parts.addAll(prefixMaps);
        parts.add("linker");
        parts.addAll(linkWords);
        parts.addAll(linkerOptions);
        Path own = folder.resolve(Digest.ofTexts(parts).substring(0, DIGITS));
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        String suffix = windows ? ".cmd" : "";
        Wrappers wrappers = new Wrappers(own.resolve("rustc" + suffix), own.resolve("bpf-linker" + suffix));
        List<String> rustcOptions = new ArrayList<>();
        for (String map : prefixMaps) {
            rustcOptions.add("--remap-path-prefix=" + map);
        }
        rustcOptions.add("-Clinker=" + wrappers.linker());
        try {
            Files.createDirectories(own);
            if (windows) {
                writeOnce(wrappers.linker(), cmd(linkWords, linkerOptions));
                writeOnce(wrappers.rustc(), cmd(List.of(toolchain.rustc().toString()), List.of()));
            } else {
                writeOnce(wrappers.linker(), shell(linkWords, linkerOptions));
                writeOnce(wrappers.rustc(), rustcShell(toolchain.rustc(), rustcOptions));
            }
        } catch (IOException e) {
            throw BuildFailure.unwritable(own, e);
        }
        return wrappers;
    }

    private static String shell(List<String> command, List<String> options) {
        // rustc starts linkers in the locale C, in which Java can name only files that are ASCII.
        return "#!/bin/sh\nLC_ALL=" + CommandText.quote(FileNameLocale.name()) + "\nexport LC_ALL\nexec "
                + CommandText.of(command) + " \"$@\" " + CommandText.of(options) + "\n";
    }

    /** Build scripts and procedural macros are compiled for this machine: those get nothing of ours. */
    private static String rustcShell(Path rustc, List<String> options) {
        String real = CommandText.quote(rustc.toString());
        return "#!/bin/sh\nfor argument do\n    case $argument in\n"
                + "        bpfel-unknown-none | bpfeb-unknown-none | --target=bpfe[bl]-unknown-none)\n"
                + "            exec " + real + " \"$@\" " + CommandText.of(options) + " ;;\n"
                + "    esac\ndone\nexec " + real + " \"$@\"\n";
    }

    private static String cmd(List<String> command, List<String> options) {
        StringBuilder line = new StringBuilder("@echo off\r\n");
        command.forEach(word -> line.append('"').append(word).append("\" "));
        line.append("%*");
        options.forEach(word -> line.append(" \"").append(word).append('"'));
        return line.append("\r\n").toString();
    }

    /** Cargo takes a program for another one when its time changes. */
    private static void writeOnce(Path file, String content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file, StandardCharsets.UTF_8).equals(content)) {
            return;
        }
        Files.writeString(file, content, StandardCharsets.UTF_8);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("it can't be made executable");
        }
    }
}
