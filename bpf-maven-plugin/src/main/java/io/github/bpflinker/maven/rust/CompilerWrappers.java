package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.incremental.Digest;
import io.github.bpflinker.maven.process.CommandText;
import io.github.bpflinker.maven.worker.WorkerCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The wrapper programs that cargo runs instead of rustc and the linker. They add the plugin's options, because options
 * in rustflags would replace the user's. Cargo only compares their paths, so a path contains a digest of everything
 * that affects them.
 *
 * @param rustc the wrapper of the compiler, which adds path prefix maps and the linker for BPF targets
 * @param linker the wrapper of the linker, which runs it in relocatable mode
 * @param leftOut the file in which the compiler wrapper records omitted flags that are for the host
 */
record CompilerWrappers(Path rustc, Path linker, Path leftOut) {

    private static final String SCRIPT = "/io/github/bpflinker/maven/rust/rustc-without-host-flags.sh";

    private static final int DIGITS = 16;

    /**
     * Writes the wrappers if they do not exist.
     *
     * @param folder the parent directory of all versions of the wrappers
     * @param identity the identity of this plugin and of the compiler
     * @param prefixMaps {@code FROM=TO}, the most specific ones last
     * @param flags further flags for rustc, of which those for the host are omitted
     */
    static CompilerWrappers write(
            Path folder,
            String identity,
            RustToolchain toolchain,
            List<String> prefixMaps,
            List<String> flags,
            WorkerCommand command,
            List<String> linkerOptions) {
        List<String> linkWords = command.once(List.of());
        String script = script();
        List<String> parts = new ArrayList<>(List.of(identity, toolchain.toString(), script));
        parts.addAll(prefixMaps);
        parts.add("flags");
        parts.addAll(flags);
        parts.add("linker");
        parts.addAll(linkWords);
        parts.addAll(linkerOptions);
        Path own = folder.resolve(Digest.ofTexts(parts).substring(0, DIGITS));
        String suffix = filterFlags() ? "" : ".cmd";
        CompilerWrappers wrappers = new CompilerWrappers(
                own.resolve("rustc" + suffix), own.resolve("bpf-linker" + suffix), own.resolve("left-out"));
        List<String> rustcOptions = new ArrayList<>();
        for (String map : prefixMaps) {
            rustcOptions.add("--remap-path-prefix=" + map);
        }
        rustcOptions.add("-Clinker=" + wrappers.linker());
        // The last one applies: debug information is needed for BTF, whatever the settings for host builds.
        rustcOptions.add("-Cdebuginfo=2");
        try {
            Files.createDirectories(own);
            if (!filterFlags()) {
                writeOnce(wrappers.linker(), cmd(linkWords, linkerOptions));
                writeOnce(wrappers.rustc(), cmd(List.of(toolchain.rustc().toString()), List.of()));
            } else {
                writeOnce(wrappers.linker(), shell(linkWords, linkerOptions));
                String filled = script.replace(
                                "@RUSTC@", CommandText.quote(toolchain.rustc().toString()))
                        .replace(
                                "@LEFT_OUT@",
                                CommandText.quote(wrappers.leftOut().toString()))
                        .replace("@FLAGS@", CommandText.of(flags))
                        .replace("@OPTIONS@", CommandText.of(rustcOptions));
                writeOnce(wrappers.rustc(), filled);
            }
        } catch (IOException e) {
            throw BuildFailure.unwritable(own, e);
        }
        return wrappers;
    }

    private static String shell(List<String> command, List<String> options) {
        // rustc runs linkers in the locale C, in which Java supports only ASCII file names.
        return "#!/bin/sh\nLC_ALL=" + CommandText.quote(Utf8Locale.name()) + "\nexport LC_ALL\nexec "
                + CommandText.of(command) + " \"$@\" " + CommandText.of(options) + "\n";
    }

    /** Whether flags for the host are filtered. The filter is a shell script, so not on Windows. */
    static boolean filterFlags() {
        return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static String script() {
        try (InputStream stream = CompilerWrappers.class.getResourceAsStream(SCRIPT)) {
            return new String(Objects.requireNonNull(stream, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's jar has no " + SCRIPT, e);
        }
    }

    private static String cmd(List<String> command, List<String> options) {
        StringBuilder line = new StringBuilder("@echo off\r\n");
        command.forEach(word -> line.append('"').append(word).append("\" "));
        line.append("%*");
        options.forEach(word -> line.append(" \"").append(word).append('"'));
        return line.append("\r\n").toString();
    }

    /** Writes a file only once, because cargo rebuilds when the time of the program changes. */
    private static void writeOnce(Path file, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.isExecutable(file)
                && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.write(file, bytes);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("it can't be made executable");
        }
    }
}
