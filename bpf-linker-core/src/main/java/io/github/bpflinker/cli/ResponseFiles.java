package io.github.bpflinker.cli;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces arguments of the form {@code @file} by what the file holds, as GNU ld does. rustc writes one when its command
 * line is too long for the system: one argument a line, with a backslash before blanks and backslashes.
 *
 * <p>Arguments are separated by blanks and line ends. A backslash takes the next character as it is. An argument that
 * begins with a quote reaches to the next such quote; elsewhere a quote is an ordinary character, because rustc does not
 * escape those. A file that does not exist leaves its argument as it is. Files may name others, to a depth of 16.
 */
final class ResponseFiles {

    private static final int DEEPEST = 16;

    private ResponseFiles() {}

    static List<String> expand(List<String> arguments) {
        for (String argument : arguments) {
            if (names(argument)) {
                List<String> expanded = new ArrayList<>();
                expand(arguments, expanded, 0);
                return expanded;
            }
        }
        return arguments;
    }

    private static boolean names(String argument) {
        return argument.length() > 1 && argument.charAt(0) == '@';
    }

    private static void expand(List<String> arguments, List<String> expanded, int depth) {
        for (String argument : arguments) {
            Path file = names(argument) ? Path.of(argument.substring(1)) : null;
            if (file == null || !Files.isRegularFile(file)) {
                expanded.add(argument);
            } else if (depth == DEEPEST) {
                throw new UsageException("response files name each other more than " + DEEPEST + " deep: " + argument);
            } else {
                expand(split(read(file)), expanded, depth + 1);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.INPUT_UNREADABLE)
                            .withInput(file.toString())
                            .withDetail(SystemReason.of(e)),
                    e);
        }
    }

    /** The arguments that a response file of this content holds. */
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
