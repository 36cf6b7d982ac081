package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the options of a directory's mount from Linux's mount table (proc_pid_mountinfo(5)). */
final class MountOptions {

    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int POINT = 4;
    private static final int OPTIONS = 5;

    private MountOptions() {}

    /** The {@code noexec} mount of the directory; empty if its mount has no such option or is not known. */
    static Optional<String> withoutExecution(Path folder) {
        try {
            return Files.exists(TABLE)
                    ? withoutExecution(folder.toRealPath().toString(), Files.readString(TABLE, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> withoutExecution(String folder, String table) {
        String longest = "";
        boolean forbidden = false;
        for (String line : table.split("\n", -1)) {
            String[] fields = line.split(" ", OPTIONS + 2);
            if (fields.length > OPTIONS) {
                String point = unescaped(fields[POINT]);
                // A later mount hides an earlier one.
                if (isIn(folder, point) && point.length() >= longest.length()) {
                    longest = point;
                    forbidden = ("," + fields[OPTIONS] + ",").contains(",noexec,");
                }
            }
        }
        return forbidden ? Optional.of(longest) : Optional.empty();
    }

    private static boolean isIn(String folder, String point) {
        return folder.equals(point) || folder.startsWith(point.endsWith("/") ? point : point + "/");
    }

    private static String unescaped(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
