package io.github.bpflinker.cli;

import io.github.bpflinker.input.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Expands response files: replaces arguments of the form {@code @file} with the content of the file, as GNU ld does.
 * rustc writes one if its command line is too long: one argument per line, with a backslash before blanks and
 * backslashes.
 *
 * <p>Arguments are separated by blanks and line ends. A backslash escapes the next character. An argument that begins
 * with a quote ends at the next such quote; elsewhere a quote is an ordinary character, because rustc does not escape
 * quotes. If the file does not exist, the argument is not changed. Files can reference others, but not themselves.
 */
final class ResponseFiles {

    /** The maximum number of files read. Files that reference each other can expand exponentially. */
    private static final int MOST_FILES = 10_000;

    private static final int DEEPEST = 100;

    private static final int MOST_ARGUMENTS = 1 << 20;

    private final List<String> expanded = new ArrayList<>();

    /** The stack of files that are being read, the outermost first. */
    private final Deque<Path> open = new ArrayDeque<>();

    private int files;

    private ResponseFiles() {}

    static List<String> expand(List<String> arguments) {
        for (String argument : arguments) {
            if (names(argument)) {
                ResponseFiles all = new ResponseFiles();
                all.add(arguments);
                return all.expanded;
            }
        }
        return arguments;
    }

    private static boolean names(String argument) {
        return argument.length() > 1 && argument.charAt(0) == '@';
    }

    private void add(List<String> arguments) {
        for (String argument : arguments) {
            Path file = names(argument) ? Path.of(argument.substring(1)) : null;
            if (file != null && Files.isRegularFile(file)) {
                addFile(argument, file);
            } else if (expanded.size() < MOST_ARGUMENTS) {
                expanded.add(argument);
            } else {
                throw new UsageException("the response files hold more than " + MOST_ARGUMENTS + " arguments");
            }
        }
    }

    private void addFile(String argument, Path file) {
        Path real = realPath(file);
        if (open.contains(real)) {
            throw new UsageException("the response file " + argument + " names itself"
                    + (real.equals(open.peekLast()) ? "" : ", through " + open.peekLast()));
        }
        if (open.size() == DEEPEST) {
            throw new UsageException("response files name each other more than " + DEEPEST + " deep: " + argument);
        }
        if (++files > MOST_FILES) {
            throw new UsageException("the response files name more than " + MOST_FILES + " others");
        }
        open.addLast(real);
        add(split(FileBytes.text(file.toString(), file)));
        open.removeLast();
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Splits the content of a response file into arguments. */
    static List<String> split(String content) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int at = 0;
        while (true) {
            while (at < content.length() && isBlank(content.charAt(at))) {
                at++;
            }
            if (at == content.length()) {
                return arguments;
            }
            argument.setLength(0);
            at = readArgument(content, at, argument);
            arguments.add(argument.toString());
        }
    }

    private static int readArgument(String content, int start, StringBuilder argument) {
        char first = content.charAt(start);
        boolean quoted = first == '"' || first == '\'';
        int at = quoted ? start + 1 : start;
        while (at < content.length()) {
            char c = content.charAt(at++);
            if (c == '\\' && at < content.length()) {
                argument.append(content.charAt(at++));
            } else if (quoted ? c == first : isBlank(c)) {
                return at;
            } else {
                argument.append(c);
            }
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u000b';
    }
}
