package io.github.bpflinker.generate;

import io.github.bpflinker.btf.NameEscapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names of C and Rust in the style of Java: {@code flow_key} becomes {@code FlowKey} as a class and {@code flowKey} as a
 * member. Nothing is dropped but characters that Java does not take, so that the name can be foreseen.
 */
final class JavaNames {

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
        String plain = NameEscapes.unescapeType(name);
        StringBuilder text = new StringBuilder(plain.startsWith("(") ? "Tuple" : "");
        words(plain).forEach(word -> text.append(capitalized(word)));
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
        name.codePoints()
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
        boolean shouts = name.equals(name.toUpperCase(Locale.ROOT));
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
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

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
