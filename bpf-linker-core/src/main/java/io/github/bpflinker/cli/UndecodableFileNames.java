package io.github.bpflinker.cli;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/**
 * What Java can't name. It decodes arguments and the current folder in the encoding of the locale, and puts U+FFFD for
 * each byte that is none of it: the file that this names is another one.
 */
final class UndecodableFileNames {

    private static final char UNDECODED = '\uFFFD';

    private UndecodableFileNames() {}

    /** The line to print if the current folder or an argument can't be what the system has. */
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

    /** In which the name of a file can't be expressed. */
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
