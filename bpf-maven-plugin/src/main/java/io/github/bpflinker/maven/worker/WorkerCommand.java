package io.github.bpflinker.maven.worker;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.ClassPathEntry;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a JVM with the linker.
 *
 * @param java the {@code java} executable
 * @param classPath the class path of the linker
 * @param nativesJar bytedeco's natives, if they are needed
 * @param jnaLibrary the directory of JNA's native library; empty if JNA must unpack it
 */
public record WorkerCommand(Path java, List<Path> classPath, Optional<Path> nativesJar, Optional<Path> jnaLibrary) {

    /** The main class of the linker. */
    public static final String MAIN = "io.github.bpflinker.cli.Main";

    /** Options for short-lived JVMs, without hs_err files and core dumps after a crash. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            // Libraries are loaded by path, so JNA does not need to run ldconfig.
            "-Djna.platform.library.path=",
            "-Dfile.encoding=UTF-8");

    public WorkerCommand {
        classPath = List.copyOf(classPath);
    }

    /** Creates a command that uses the JVM of Maven. */
    public static WorkerCommand of(List<Path> classPath, Optional<Path> nativesJar) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            CacheFolder cache = CacheFolder.of(LlvmEnvironment.ofSystem());
            List<Path> entries = new ArrayList<>();
            for (Path entry : classPath) {
                entries.add(ClassPathEntry.of(entry, cache));
            }
            return new WorkerCommand(java, entries, nativesJar, JnaLibrary.unpacked(classPath, cache));
        } catch (LinkException | IOException e) {
            // The linker reports a missing cache itself.
            return new WorkerCommand(java, classPath, nativesJar, Optional.empty());
        }
    }

    /** The command line of a single link, without the worker protocol. */
    public List<String> once(List<String> arguments) {
        return words(arguments);
    }

    /** The command line of a persistent worker. */
    List<String> persistent() {
        return words(List.of("--persistent_worker"));
    }

    private List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(java.toString());
        words.addAll(OPTIONS);
        nativesJar.ifPresent(jar -> words.add("-D" + LlvmEnvironment.NATIVES_JAR_PROPERTY + "=" + jar));
        jnaLibrary.ifPresent(folder -> words.add("-Djna.boot.library.path=" + folder));
        words.add("-cp");
        words.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        words.add(MAIN);
        words.addAll(arguments);
        return words;
    }
}
