package io.github.bpflinker.file;

import java.util.List;

/** Why the system's loader refuses a library, in its own words. */
public final class LibraryReason {

    /** What glibc says if memory is limited, or the file is on a mount that permits no execution. */
    private static final String NOT_MAPPED = "failed to map segment from shared object";

    private LibraryReason() {}

    /**
     * The reason in one line. JNA's message repeats the path, says it twice, and ends with the class path.
     *
     * @param library the path of the library
     */
    public static String of(String library, Throwable error) {
        List<String> lines = String.valueOf(error.getMessage())
                .lines()
                .map(line -> line.replace(library + ": ", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("Unable to load library"))
                .toList();
        if (lines.isEmpty()) {
            return String.valueOf(error.getMessage());
        }
        String reason = lines.get(0);
        return reason.equals(NOT_MAPPED)
                ? reason + " (the limit of memory, see ulimit -v, or a mount that permits no execution)"
                : reason;
    }
}
