package io.github.bpflinker.kernel;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Refused;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import io.github.bpflinker.kernel.LoadResult.Unfinished;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the running kernel whether it accepts an object, with {@code bpftool prog loadall}. Programs are pinned in a
 * fresh folder of the BPF file system, which is removed again; nothing is attached, nothing is mounted, and no map of an
 * application on this machine is used.
 *
 * @param bpftool the program; empty if there is none
 * @param bpfFileSystem where the BPF file system should be mounted
 * @param root the folder in which {@code proc} and {@code sys} lie
 */
public record KernelLoader(Optional<Path> bpftool, Path bpfFileSystem, Path root) {

    private static final int SECONDS_TO_LOAD = 60;

    /** EPERM, in the words of libbpf before and since 1.6. */
    private static final Pattern NOT_PERMITTED =
            Pattern.compile("(?m)^(?:libbpf: |Error: )?(.*(?:Operation not permitted|-EPERM\\b|: -1$|\\(-1\\)).*)");

    /** What the verifier said before it answered, if it did: then the program itself is at fault. */
    private static final String VERIFIER_LOG = "-- BEGIN PROG LOAD LOG --";

    /** That of this machine. */
    public static KernelLoader ofSystem() {
        return new KernelLoader(Bpftool.find(System.getenv("PATH")), Path.of("/sys/fs/bpf"), Path.of("/"));
    }

    /**
     * Loads and unloads the programs that a loader loads by itself.
     *
     * @throws IOException if the object can't be read, bpftool can't be started, or the folder can't be removed
     */
    public LoadResult load(Path object) throws IOException {
        return load(object, Trial.required());
    }

    /**
     * Loads and unloads some programs of an object.
     *
     * @throws IOException as {@link #load(Path)}
     */
    public LoadResult load(Path object, Trial trial) throws IOException {
        return load(object, trial, List.of(), new StringBuilder());
    }

    /**
     * Loads and unloads them once more, with the verifier's log of the accepted ones too. Kernels before Linux 6.4 refuse
     * a good program whose log does not fit into libbpf's buffer, so this is for a trial that {@link #load} accepts.
     *
     * @return what bpftool printed; empty if the kernel could not be asked
     * @throws IOException as {@link #load(Path)}
     */
    public String verboseLog(Path object, Trial trial) throws IOException {
        StringBuilder log = new StringBuilder();
        load(object, trial, List.of("-d"), log);
        return log.toString();
    }

    private LoadResult load(Path object, Trial trial, List<String> options, StringBuilder log) throws IOException {
        if (bpftool.isEmpty()) {
            return new Skipped("no bpftool found; apt-get install bpftool");
        }
        if (!isMounted()) {
            return new Skipped("no BPF file system at " + bpfFileSystem + "; mount -t bpf bpf " + bpfFileSystem);
        }
        Optional<PinFolder> pins = PinFolder.create(bpfFileSystem);
        if (pins.isEmpty()) {
            return new Skipped(ProcessRights.of(root).explainNoPins(bpfFileSystem));
        }
        Path temporary = Files.createTempDirectory("bpf-linker-");
        Path copy = temporary.resolve(String.valueOf(object.getFileName()));
        Path output = Files.createTempFile("bpf-linker-", ".log");
        try (PinFolder folder = pins.get()) {
            Path tried = writeTrial(object, trial, copy) ? copy : object.toAbsolutePath();
            List<String> command = new ArrayList<>(List.of(bpftool.get().toString()));
            command.addAll(options);
            command.addAll(
                    List.of("prog", "loadall", tried.toString(), folder.path().toString()));
            OptionalInt exit = run(command, output);
            String text = LoaderOutput.read(output).replace(tried.toString(), object.toString());
            log.append(text);
            if (exit.isEmpty()) {
                return new Unfinished(text, SECONDS_TO_LOAD);
            }
            return exit.getAsInt() == 0 ? new Accepted(folder.names()) : refusal(text);
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(copy);
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes what is to be loaded in place of the object; false if that is the object itself. */
    private static boolean writeTrial(Path object, Trial trial, Path copy) throws IOException {
        Optional<ByteBuffer> changed = trialObject(object, trial);
        if (changed.isPresent()) {
            byte[] content = new byte[changed.get().remaining()];
            changed.get().get(content);
            Files.write(copy, content);
        }
        return changed.isPresent();
    }

    private static Optional<ByteBuffer> trialObject(Path object, Trial trial) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(object));
        try {
            return TrialObject.of(BpfObject.read(object.toString(), content), trial);
        } catch (LinkException e) {
            // No valid object; what libbpf says about it is the answer.
            return Optional.empty();
        }
    }

    private LoadResult refusal(String log) {
        Matcher notPermitted = NOT_PERMITTED.matcher(log);
        return notPermitted.find() && !log.contains(VERIFIER_LOG)
                ? new Skipped(ProcessRights.of(root).explain(notPermitted.group(1)))
                : new Refused(log);
    }

    /** The exit code; empty if the process was ended because its time was over. */
    private static OptionalInt run(List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            process.getOutputStream().close();
            return process.waitFor(SECONDS_TO_LOAD, TimeUnit.SECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while bpftool was loading", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether the BPF file system is where it should be. */
    boolean isMounted() throws IOException {
        Path mounts = root.resolve("proc/self/mounts");
        if (!Files.isReadable(mounts)) {
            return false;
        }
        List<String> lines = Files.readAllLines(mounts, StandardCharsets.ISO_8859_1);
        return lines.stream().anyMatch(line -> line.contains(" " + bpfFileSystem + " bpf "));
    }
}
