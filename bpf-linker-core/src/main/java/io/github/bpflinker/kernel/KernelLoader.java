package io.github.bpflinker.kernel;

import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Refused;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks the running kernel whether it accepts an object, with {@code bpftool prog loadall}. Programs are pinned in a
 * fresh folder of the BPF file system, which is removed again; nothing is attached and nothing is mounted.
 *
 * @param bpftool the program; empty if there is none
 * @param bpfFileSystem where the BPF file system should be mounted
 * @param mounts the kernel's list of mounted file systems
 */
public record KernelLoader(Optional<Path> bpftool, Path bpfFileSystem, Path mounts) {

    private static final int SECONDS_TO_LOAD = 60;

    /** EPERM. A program that the verifier refuses gives EACCES or EINVAL, never this. */
    private static final String NOT_PERMITTED = "Operation not permitted";

    /** That of this machine. */
    public static KernelLoader ofSystem() {
        return new KernelLoader(
                Bpftool.find(System.getenv("PATH")), Path.of("/sys/fs/bpf"), Path.of("/proc/self/mounts"));
    }

    /**
     * Loads and unloads the programs of an object.
     *
     * @throws IOException if bpftool can't be started, or the folder can't be removed
     */
    public LoadResult load(Path object) throws IOException {
        return load(object, List.of(), new StringBuilder());
    }

    /**
     * Loads and unloads them once more, with the verifier's log of the accepted ones too. Kernels before Linux 6.4 refuse
     * a good program whose log does not fit into libbpf's buffer, so this is for an object that {@link #load} accepts.
     *
     * @return what bpftool printed; empty if the kernel could not be asked
     * @throws IOException as {@link #load}
     */
    public String verboseLog(Path object) throws IOException {
        StringBuilder log = new StringBuilder();
        load(object, List.of("-d"), log);
        return log.toString();
    }

    private LoadResult load(Path object, List<String> options, StringBuilder log) throws IOException {
        if (bpftool.isEmpty()) {
            return new Skipped("no bpftool found; apt-get install bpftool");
        }
        if (!isMounted()) {
            return new Skipped("no BPF file system at " + bpfFileSystem + "; mount -t bpf bpf " + bpfFileSystem);
        }
        Optional<PinFolder> pins = PinFolder.create(bpfFileSystem);
        if (pins.isEmpty()) {
            return new Skipped("no permission to pin programs in " + bpfFileSystem + "; run as root");
        }
        try (PinFolder folder = pins.get()) {
            List<String> command = new ArrayList<>(List.of(bpftool.get().toString()));
            command.addAll(options);
            command.addAll(List.of("prog", "loadall"));
            command.add(object.toAbsolutePath().toString());
            command.add(folder.path().toString());
            return run(command, folder, log);
        }
    }

    private static LoadResult run(List<String> command, PinFolder folder, StringBuilder all) throws IOException {
        Path output = Files.createTempFile("bpf-linker-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = await(process);
            String log = Files.readString(output, StandardCharsets.ISO_8859_1);
            all.append(log);
            if (!ended) {
                return new Refused(log + "\nno answer within " + SECONDS_TO_LOAD + " s");
            }
            if (process.exitValue() == 0) {
                return new Accepted(folder.names());
            }
            return log.contains(NOT_PERMITTED)
                    ? new Skipped("no permission to load programs; run as root")
                    : new Refused(log);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean await(Process process) throws IOException {
        try {
            return process.waitFor(SECONDS_TO_LOAD, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while bpftool was loading", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether the BPF file system is where it should be. */
    boolean isMounted() throws IOException {
        if (!Files.isReadable(mounts)) {
            return false;
        }
        List<String> lines = Files.readAllLines(mounts, StandardCharsets.ISO_8859_1);
        return lines.stream().anyMatch(line -> line.contains(" " + bpfFileSystem + " bpf "));
    }
}
