package io.github.bpflinker.llvm.locate;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs {@link LlvmProbe} in a child JVM, because LLVM can print, exit or crash. */
final class ChildJvm {

    private static final long LIMIT_SECONDS = 60;
    private static final String JNA_LIBRARY = "jna.boot.library.path";

    private final CacheFolder cache;

    ChildJvm(CacheFolder cache) {
        this.cache = cache;
    }

    /**
     * The result of a child process.
     *
     * @param exitCode its exit code
     * @param output the output of the probe and of LLVM
     */
    record Outcome(int exitCode, String output) {

        /** The last line of the output that is not empty or, without one, the exit code. */
        String lastWords() {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "exit code " + exitCode : lines.get(lines.size() - 1);
        }
    }

    /**
     * Runs the probe and waits for its end.
     *
     * @throws IOException if it can't be started or takes too long
     */
    Outcome run(List<String> arguments) throws IOException {
        Path temporary = cache.folder("tmp");
        removeLeftovers(temporary);
        Path output = Files.createTempFile(temporary, "probe", ".out");
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .directory(cache.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int exitCode = await(process);
            return new Outcome(exitCode, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Deletes temporary files of children that were killed. */
    private static void removeLeftovers(Path temporary) throws IOException {
        long old = System.currentTimeMillis() - TimeUnit.SECONDS.toMillis(2 * LIMIT_SECONDS);
        for (String name : LibraryCandidate.names(temporary, any -> any.endsWith(".out"))) {
            Path file = temporary.resolve(name);
            if (file.toFile().lastModified() < old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int await(Process process) throws IOException {
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("no answer within " + LIMIT_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Djna.nosys=true",
                // Libraries are loaded by path, so JNA does not need to run ldconfig.
                "-Djna.platform.library.path="));
        // JNA unpacks its native library unless that has been done already.
        String unpacked = System.getProperty(JNA_LIBRARY);
        command.add(unpacked == null ? "-Djna.tmpdir=" + cache.folder("jna") : "-D" + JNA_LIBRARY + "=" + unpacked);
        command.addAll(List.of("-cp", classPath(), LlvmProbe.class.getName()));
        command.addAll(arguments);
        return command;
    }

    private String classPath() throws IOException {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> needed : List.of(LlvmProbe.class, NativeLibrary.class)) {
            CodeSource source = needed.getProtectionDomain().getCodeSource();
            entries.add(source == null ? System.getProperty("java.class.path") : entry(source.getLocation()));
        }
        return String.join(File.pathSeparator, entries);
    }

    private String entry(URL location) throws IOException {
        try {
            Optional<JarLocation> jar = JarLocation.of(location.toString());
            Path file = jar.isPresent() ? jar.get().inFile(cache) : Path.of(location.toURI());
            // Resolved, because the path may refer to a file descriptor of this process.
            return ClassPathEntry.of(file.toRealPath(), cache).toString();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IOException("this program's own classes are in " + location + ", which no other JVM can read", e);
        }
    }
}
