package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.option.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that may be a libLLVM, judged by its name.
 *
 * @param provider where it comes from
 * @param library the file, symbolic links resolved
 * @param release the version in its name; empty if there is none
 */
record LibraryCandidate(Provider provider, Path library, Optional<Release> release) {

    /** libLLVM.so.22.1, libLLVM-16.so.1, libLLVM.so.22.1-rust-1.95.0-stable, libLLVM-17-rust-1.75.0-stable.so. */
    private static final Pattern RELEASE = Pattern.compile("libLLVM(?:\\.so\\.|-|\\.)(\\d{1,3})(?:\\.(\\d{1,3}))?.*");

    /** The lowest version in names of libLLVM; the number in {@code libLLVM.so.1} is not a version. */
    private static final int FIRST_MAJOR = 3;

    /**
     * ELF, Mach-O of 64 bits, and universal Mach-O. The name is not sufficient: rustc's .so is a linker script of 42
     * bytes.
     */
    private static final Set<String> MAGIC = Set.of("7f454c46", "cffaedfe", "cafebabe");

    private static final int MAGIC_SIZE = 4;

    /** Unknown releases come first, because only a probe can determine whether they are the newest. */
    static final Comparator<LibraryCandidate> NEWEST_NAME_FIRST = (one, other) -> {
        Release first = other.release().orElse(Release.UNKNOWN);
        Release second = one.release().orElse(Release.UNKNOWN);
        return first.major() == second.major()
                ? Integer.compare(first.minor(), second.minor())
                : Integer.compare(first.major(), second.major());
    };

    /**
     * A feature release.
     *
     * @param major 22 in 22.1
     * @param minor 1 in 22.1; {@link #ANY_MINOR} if the name does not contain it
     */
    record Release(int major, int minor) {
        static final int ANY_MINOR = 9999;

        private static final Release UNKNOWN = new Release(Integer.MAX_VALUE, ANY_MINOR);
    }

    static LibraryCandidate of(Provider provider, Path library) {
        return new LibraryCandidate(provider, library, release(fileName(library)));
    }

    static Optional<Release> release(String name) {
        Matcher matcher = RELEASE.matcher(name);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < FIRST_MAJOR) {
            return Optional.empty();
        }
        String minor = matcher.group(2);
        return Optional.of(new Release(
                Integer.parseInt(matcher.group(1)), minor == null ? Release.ANY_MINOR : Integer.parseInt(minor)));
    }

    /** Adds the shared libraries in {@code folder} whose names match, links resolved. */
    static void addLibraries(Path folder, Pattern names, Set<Path> libraries) {
        // Library directories are large, so names are filtered before they are sorted.
        for (String name :
                names(folder, any -> any.contains("LLVM") && names.matcher(any).matches())) {
            Optional<Path> library = realLibrary(folder.resolve(name));
            if (library.isPresent()) {
                libraries.add(library.get());
            }
        }
    }

    /** The sorted names in a directory that match; empty if it can't be read. */
    static List<String> names(Path folder, Predicate<String> wanted) {
        String[] names = folder.toFile().list((parent, name) -> wanted.test(name));
        if (names == null) {
            return List.of();
        }
        Arrays.sort(names);
        return List.of(names);
    }

    /** The resolved path, if the file exists and has the magic number of a library. */
    static Optional<Path> realLibrary(Path link) {
        try {
            Path file = link.toRealPath();
            return isLibrary(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isLibrary(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] magic = content.readNBytes(MAGIC_SIZE);
            return MAGIC.contains(HexFormat.of().formatHex(magic))
                    || (magic.length > 1 && magic[0] == 'M' && magic[1] == 'Z');
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
