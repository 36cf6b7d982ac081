package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of this machine that a virtual one needs. */
final class HostTools {

    private static final List<String> FOLDERS =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/libexec");
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final int MINUTE = 60;

    private HostTools() {}

    static Path qemu() {
        return find("qemu-system-x86_64", "qemu-system-x86_64", "qemu-system-x86");
    }

    static Path busybox() {
        return find("busybox", "a static busybox", "busybox-static");
    }

    static Path jlink() {
        Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw new MachineException("loading into other kernels needs jlink, which " + jlink.getParent()
                    + " does not have; run with a JDK that has it");
        }
        return jlink;
    }

    private static Path find(String program, String what, String packageName) {
        return path().stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MachineException("loading into other kernels needs " + what
                        + ", which is not on the PATH; install it, on Debian and Ubuntu with apt-get install "
                        + packageName));
    }

    private static List<String> path() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Arrays.stream(path.split(":", -1)).filter(folder -> folder.startsWith("/")), FOLDERS.stream())
                .distinct()
                .toList();
    }

    /** The libraries that a program or library asks for. */
    static Set<String> libraries(Path program, Path folder) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = LIBRARY.matcher(run(folder, MINUTE, List.of("ldd", program.toString())));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /**
     * Runs a program to its end.
     *
     * @param folder its working directory, which takes its output
     * @param seconds after which it is ended
     * @return what it printed
     */
    static String run(Path folder, long seconds, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(output.toFile())
                        .start();
                try {
                    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
                    String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                    if (!ended) {
                        throw new MachineException(command.get(0) + " did not end within " + seconds
                                + " s; its last output: " + tail(text));
                    }
                    if (process.exitValue() != 0) {
                        throw new MachineException(
                                command.get(0) + " failed (" + process.exitValue() + "): " + tail(text));
                    }
                    return text;
                } finally {
                    process.destroyForcibly();
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new MachineException(command.get(0) + " can't be run: " + SystemReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted", e);
        }
    }

    /** Deletes a folder with what is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The end of an output, in one line. */
    static String tail(String text) {
        String end = text.strip();
        return end.substring(Math.max(0, end.length() - 500)).replaceAll("\\s*\\R\\s*", " / ");
    }
}
