package io.github.bpflinker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether two names are those of one file: relative and absolute, through links of either kind. */
public final class SameFile {

    private SameFile() {}

    /** Whether both name one regular file, so that writing to one changes what is read from the other. */
    public static boolean is(Path one, Path other) {
        try {
            return Files.isRegularFile(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What can't be looked at is told when it is opened.
            return false;
        }
    }
}
