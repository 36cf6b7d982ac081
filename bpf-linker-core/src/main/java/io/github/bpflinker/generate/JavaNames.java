package io.github.bpflinker.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Names of C and Rust in the style of Java: {@code flow_key} becomes {@code FlowKey} as a class and {@code flowKey} as a
 * member. Nothing is dropped but characters that Java does not take, so that the name can be foreseen.
 */
final class JavaNames {

    private static final Pattern ESCAPE = Pattern.compile("_([2-7][0-9A-F])_");

    /** Names that components of records can't have, and the ones of Java's literals and contextual keywords. */
    private static final Set<String> FORBIDDEN = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "record",
            "yield",
            "var",
            "equals");

    private JavaNames() {}

    /** A class. */
    static String ofClass(String name) {
        StringBuilder text = new StringBuilder(plain(name).startsWith("(") ? "Tuple" : "");
        words(name).forEach(word -> text.append(capitalized(word)));
        return identifier(text.isEmpty() ? "Type" : text.toString());
    }

    /** A member, method or variable. */
    static String ofMember(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : words(name)) {
            text.append(
                    text.isEmpty()
                            ? word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1)
                            : capitalized(word));
        }
        return identifier(text.isEmpty() ? "member" : text.toString());
    }

    /** A constant, which keeps its name. */
    static String ofConstant(String name) {
        StringBuilder text = new StringBuilder();
        plain(name)
                .codePoints()
                .forEach(c -> text.appendCodePoint(
                        Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_'));
        return identifier(text.isEmpty() ? "VALUE" : text.toString());
    }

    private static String identifier(String text) {
        String started = Character.isJavaIdentifierStart(text.charAt(0)) ? text : "_" + text;
        return SourceVersion.isKeyword(started) || FORBIDDEN.contains(started) || started.equals("_")
                ? started + "_"
                : started;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String plain = plain(name);
        boolean shouts = plain.equals(plain.toUpperCase(Locale.ROOT));
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) && Character.isJavaIdentifierPart(c)) {
                word.append(shouts ? Character.toLowerCase(c) : c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** The name as it is in the source of Rust: the escapes of {@link io.github.bpflinker.btf.NameEscapes} undone. */
    static String plain(String name) {
        return ESCAPE.matcher(name).replaceAll(JavaNames::character);
    }

    private static String character(MatchResult escape) {
        char c = (char) Integer.parseInt(escape.group(1), 16);
        return Character.isLetterOrDigit(c)
                ? Matcher.quoteReplacement(escape.group())
                : Matcher.quoteReplacement(String.valueOf(c));
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
