package io.github.bpflinker.llvm.locate;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which libLLVM is found, and where this linker keeps its files.
 *
 * @param variables the environment variables; on Windows in any case of letters, as there {@code PATH} is {@code Path}
 * @param host the operating system and processor
 * @param root the root of the file system, in which system folders are looked for
 * @param home the user's home
 * @param temporary the folder for temporary files
 * @param libraryPath the folders that the loader was told to search ({@code java.library.path})
 * @param classPath the jars of this process, those on its module path, too, among which bytedeco's natives may be
 * @param classLoaders those that may know jars which are on neither
 * @param nativesJar bytedeco's natives, named by whoever started this process
 */
public record LlvmEnvironment(
        Map<String, String> variables,
        Host host,
        Path root,
        Path home,
        Path temporary,
        List<Path> libraryPath,
        List<Path> classPath,
        List<ClassLoader> classLoaders,
        Optional<Path> nativesJar) {

    /** System property that names the jar with bytedeco's natives; wins over {@value #NATIVES_JAR_VARIABLE}. */
    public static final String NATIVES_JAR_PROPERTY = "bpf.linker.llvm.jar";

    /** Environment variable that names the jar with bytedeco's natives. */
    public static final String NATIVES_JAR_VARIABLE = "BPF_LINKER_LLVM_JAR";

    public LlvmEnvironment {
        variables = host.isWindows() ? inAnyCase(variables) : Map.copyOf(variables);
        libraryPath = List.copyOf(libraryPath);
        classPath = List.copyOf(classPath);
        classLoaders = List.copyOf(classLoaders);
    }

    /** That of this process. */
    public static LlvmEnvironment ofSystem() {
        Map<String, String> variables = System.getenv();
        Path home = Path.of(System.getProperty("user.home", "."));
        Path root = home.toAbsolutePath().getRoot();
        return new LlvmEnvironment(
                variables,
                Host.of(System.getProperty("os.name", ""), System.getProperty("os.arch", "")),
                root == null ? home : root,
                home,
                Path.of(System.getProperty("java.io.tmpdir", ".")),
                paths(System.getProperty("java.library.path")),
                jars(),
                loaders(),
                path(System.getProperty(NATIVES_JAR_PROPERTY, variables.get(NATIVES_JAR_VARIABLE))));
    }

    private static List<Path> jars() {
        List<Path> jars = paths(System.getProperty("java.class.path"));
        for (Path entry : paths(System.getProperty("jdk.module.path"))) {
            if (Files.isDirectory(entry)) {
                LibraryCandidate.names(entry, name -> name.endsWith(".jar"))
                        .forEach(name -> jars.add(entry.resolve(name)));
            } else {
                jars.add(entry);
            }
        }
        return jars;
    }

    private static List<ClassLoader> loaders() {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        if (ofThread != null) {
            loaders.add(ofThread);
        }
        ClassLoader own = LlvmEnvironment.class.getClassLoader();
        loaders.add(own == null ? ClassLoader.getSystemClassLoader() : own);
        return List.copyOf(loaders);
    }

    /** A folder that a variable of the system names; as its specifications want it, a relative path is none. */
    Optional<Path> folderVariable(String name) {
        return ownVariable(name).filter(Path::isAbsolute);
    }

    /** A file or folder that a variable of ours names. */
    Optional<Path> ownVariable(String name) {
        return path(variables.get(name));
    }

    List<Path> searchPath() {
        return paths(variables.get("PATH"));
    }

    /** A folder of the system, such as {@code usr/lib}. */
    Path system(String relative) {
        return root.resolve(relative);
    }

    private static Map<String, String> inAnyCase(Map<String, String> variables) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(variables);
        return Collections.unmodifiableMap(copy);
    }

    private static List<Path> paths(@Nullable String joined) {
        List<Path> paths = new ArrayList<>();
        if (joined != null) {
            for (String entry : joined.split(File.pathSeparator, -1)) {
                Optional<Path> path = path(entry);
                if (path.isPresent()) {
                    paths.add(path.get());
                }
            }
        }
        return paths;
    }

    private static Optional<Path> path(@Nullable String text) {
        // What Java could not decode names another file.
        if (text == null || text.isBlank() || text.indexOf('\uFFFD') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
