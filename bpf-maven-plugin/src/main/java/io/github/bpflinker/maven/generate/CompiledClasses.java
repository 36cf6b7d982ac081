package io.github.bpflinker.maven.generate;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The classes that javac made of generated sources. Compiler plugins leave the classes of a removed source (3.1), and
 * the nested classes that a changed source no longer has.
 */
final class CompiledClasses {

    private static final String JAVA = ".java";
    private static final String CLASS = ".class";
    private static final String CACHE = ".cache";

    private CompiledClasses() {}

    /**
     * Deletes the classes of the sources.
     *
     * @param sources files below {@code root}
     * @param classes the root folder of the classes
     */
    static void delete(Path root, List<Path> sources, Path classes) {
        Path base = root.toAbsolutePath().normalize();
        for (Path source : sources) {
            Path absolute = source.toAbsolutePath().normalize();
            String file = String.valueOf(absolute.getFileName());
            if (absolute.startsWith(base) && file.endsWith(JAVA)) {
                Path folder = classes.resolve(base.relativize(absolute)).normalize();
                deleteClass(folder.resolveSibling(""), file.substring(0, file.length() - JAVA.length()));
            }
        }
    }

    private static void deleteClass(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> isOf(name, String.valueOf(file.getFileName())) && Files.isRegularFile(file))) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (DirectoryIteratorException e) {
            throw BuildFailure.unwritable(folder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw BuildFailure.unwritable(folder, e);
        }
    }

    /** {@code Name.class} and {@code Name$Nested.class}. */
    private static boolean isOf(String name, String file) {
        return file.endsWith(CLASS) && (file.equals(name + CLASS) || file.startsWith(name + "$"));
    }

    /**
     * Deletes the caches by which maven-compiler-plugin 4 skips classes that use a changed one, so that it compiles
     * the whole project.
     *
     * @param status {@code target/maven-status}
     */
    static void deleteCaches(Path status) {
        if (!Files.isDirectory(status)) {
            return;
        }
        try (Stream<Path> files = Files.walk(status)) {
            for (Path cache :
                    files.filter(file -> file.toString().endsWith(CACHE)).toList()) {
                Files.delete(cache);
            }
        } catch (IOException e) {
            throw BuildFailure.unwritable(status, e);
        }
    }
}
