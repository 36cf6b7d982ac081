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
 * The environment that determines which libLLVMs are found and where the linker stores its files.
 *
 * @param variables the environment variables; case-insensitive on Windows, where {@code PATH} is {@code Path}
 * @param host the operating system and processor
 * @param root the root directory for system directories
 * @param home the user's home directory
 * @param temporary the directory for temporary files
 * @param libraryPath the library search path ({@code java.library.path})
 * @param classPath the class path and module path of this process, which can contain bytedeco's natives
 * @param classLoaders class loaders with further jars
 * @param nativesJar the jar with bytedeco's natives, if it was set explicitly
 */
public record LlvmEnvironment(
        Map<String, String> variables,
        HostPlatform host,
        Path root,
        Path home,
        Path temporary,
        List<Path> libraryPath,
        List<Path> classPath,
        List<ClassLoader> classLoaders,
        Optional<Path> nativesJar) {

    /**
     * System property that names the jar with bytedeco's natives; takes precedence over {@value #NATIVES_JAR_VARIABLE}.
     */
    public static final String NATIVES_JAR_PROPERTY = "bpf.linker.llvm.jar";

    /** Environment variable that names the jar with bytedeco's natives. */
    public static final String NATIVES_JAR_VARIABLE = "BPF_LINKER_LLVM_JAR";

    public LlvmEnvironment {
        variables = host.isWindows() ? inAnyCase(variables) : Map.copyOf(variables);
        libraryPath = List.copyOf(libraryPath);
        classPath = List.copyOf(classPath);
        classLoaders = List.copyOf(classLoaders);
    }

    /** The environment of this process. */
    public static LlvmEnvironment ofSystem() {
        Map<String, String> variables = System.getenv();
        Path home = Path.of(System.getProperty("user.home", "."));
        Path root = home.toAbsolutePath().getRoot();
        return new LlvmEnvironment(
                variables,
                HostPlatform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", "")),
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

    /** The directory in a standard variable. A relative path is ignored, as the XDG specification requires. */
    Optional<Path> folderVariable(String name) {
        return ownVariable(name).filter(Path::isAbsolute);
    }

    /** The file or directory in a variable of this linker. */
    Optional<Path> ownVariable(String name) {
        return path(variables.get(name));
    }

    List<Path> searchPath() {
        return paths(variables.get("PATH"));
    }

    /** A system directory, such as {@code usr/lib}. */
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
        // A name that Java could not decode denotes another file.
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
