package io.github.bpflinker.maven.c;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parses the dependency files that compilers write for make: {@code target: file file …}. */
public final class DependencyFile {

    private DependencyFile() {}

    /** The prerequisites of all targets, each once, in order. Relative paths are resolved against {@code folder}. */
    public static List<Path> parse(String text, Path folder) {
        List<Path> files = new ArrayList<>();
        String joined = text.replace("\\\r\n", " ").replace("\\\n", " ");
        for (String rule : joined.split("\r?\n", -1)) {
            int colon = endOfTarget(rule);
            if (colon >= 0 && !rule.startsWith("#")) {
                for (String word : words(rule.substring(colon + 1))) {
                    Path file = folder.resolve(word).normalize();
                    if (!files.contains(file)) {
                        files.add(file);
                    }
                }
            }
        }
        return files;
    }

    /**
     * The index of the colon after the target. It is followed by a space or the end of the line, unlike that of C:\ on
     * Windows.
     */
    private static int endOfTarget(String rule) {
        for (int at = rule.indexOf(':'); at >= 0; at = rule.indexOf(':', at + 1)) {
            if (at + 1 == rule.length() || Character.isWhitespace(rule.charAt(at + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
            if (c == '\\' && (next == ' ' || next == '#' || next == '\\')) {
                word.append(next);
                i++;
            } else if (c == '$' && next == '$') {
                word.append('$');
                i++;
            } else if (Character.isWhitespace(c)) {
                addWord(word, words);
            } else {
                word.append(c);
            }
        }
        addWord(word, words);
        return words;
    }

    private static void addWord(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
