package io.github.bpflinker.cli;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/**
 * Detects file names that Java can't represent. Java decodes arguments and the current directory in the encoding of the
 * locale and replaces invalid bytes with U+FFFD, so the name denotes another file.
 */
final class UndecodableFileNames {

    private static final char UNDECODED = '\uFFFD';

    private UndecodableFileNames() {}

    /** The message if the current directory or an argument was not decoded correctly. */
    static Optional<String> undecoded(List<String> arguments) {
        return undecoded(arguments, System.getProperty("user.dir", ""), encoding());
    }

    static Optional<String> undecoded(List<String> arguments, String currentFolder, String encoding) {
        if (currentFolder.indexOf(UNDECODED) >= 0) {
            return Optional.of("Error: Java opens no files in the current folder, '" + currentFolder
                    + "', because its name is not " + encoding + "; " + remedy(encoding));
        }
        for (String argument : arguments) {
            if (argument.indexOf(UNDECODED) >= 0) {
                return Optional.of("Error: '" + argument + "' is not " + encoding
                        + ", and Java opens no file that is named so; " + remedy(encoding));
            }
        }
        return Optional.empty();
    }

    /** The message for a file name that can't be encoded in the locale. */
    static String line(InvalidPathException failure) {
        return "Error: no file can be named '" + failure.getInput() + "': " + failure.getReason()
                + (failure.getInput().indexOf('\0') >= 0 ? "" : " (" + encoding() + "); " + remedy(encoding()));
    }

    private static String remedy(String encoding) {
        return encoding.equals("UTF-8") ? "rename it" : "set LC_ALL to a locale of UTF-8, such as C.UTF-8";
    }

    private static String encoding() {
        return System.getProperty("sun.jnu.encoding", "UTF-8");
    }
}
