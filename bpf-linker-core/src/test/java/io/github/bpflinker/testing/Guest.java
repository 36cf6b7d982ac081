package io.github.bpflinker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@link JavaVm} runs: a script for busybox's shell, and the files that it needs. The script can use {@code java}
 * (with this library and the classes given by {@link #main}) and {@code bpf-linker}.
 */
public final class Guest {

    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

    private final String script;
    private final Map<String, byte[]> files = new TreeMap<>();

    private Guest(String script) {
        this.script = script;
    }

    /** One that runs a script as root. */
    public static Guest running(String script) {
        return new Guest(script);
    }

    /** Adds a file. */
    public Guest file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Adds a copy of a file. */
    public Guest file(String path, Path content) {
        try {
            return file(path, Files.readAllBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds files to a folder, by their names. */
    public Guest files(String folder, Iterable<Path> contents) {
        contents.forEach(content -> file(folder + "/" + content.getFileName(), content));
        return this;
    }

    /** Adds a program of this machine with its libraries, in the same places. */
    public Guest program(Path program) {
        return program(program.toString(), program);
    }

    /** Adds a program in another place than on this machine. */
    public Guest program(String path, Path program) {
        libraries(program).forEach(library -> file(library, Path.of(library)));
        return file(path, program);
    }

    /** Adds a class of the tests, and its nested ones, which needs nothing but the library and JNA. */
    public Guest main(Class<?> main) {
        String name = main.getName().replace('.', '/');
        Path own = Path.of(URI.create(
                        main.getProtectionDomain().getCodeSource().getLocation().toString()))
                .resolve(name + ".class");
        try (Stream<Path> classes = Files.list(own.resolveSibling(""))) {
            for (Path file : classes.toList()) {
                String simple = String.valueOf(file.getFileName());
                if (simple.startsWith(main.getSimpleName() + "$") || file.equals(own)) {
                    file("/app/tests/" + name.substring(0, name.lastIndexOf('/') + 1) + simple, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The libraries that a program or library of this machine asks for. */
    static Set<String> libraries(Path program) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = LIBRARY.matcher(Command.run("ldd", program.toString()).output());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    byte[] script() {
        return script.getBytes(StandardCharsets.UTF_8);
    }

    Map<String, byte[]> files() {
        return files;
    }
}
