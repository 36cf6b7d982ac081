package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.NameEscapes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A Rust name space of types or of the fields of a struct. The second use of a name becomes {@code name___2}; loaders
 * ignore what follows {@code ___}. A keyword becomes a raw identifier, or {@code self_} where there is none; a character
 * that is not valid becomes {@code _XX_}, where XX is its code in hexadecimal.
 */
final class RustNames {

    /** Keywords of all editions, also reserved ones. */
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "async",
            "await",
            "become",
            "box",
            "break",
            "const",
            "continue",
            "do",
            "dyn",
            "else",
            "enum",
            "extern",
            "false",
            "final",
            "fn",
            "for",
            "gen",
            "if",
            "impl",
            "in",
            "let",
            "loop",
            "macro",
            "match",
            "mod",
            "move",
            "mut",
            "override",
            "priv",
            "pub",
            "ref",
            "return",
            "static",
            "struct",
            "trait",
            "true",
            "try",
            "type",
            "typeof",
            "unsafe",
            "unsized",
            "use",
            "virtual",
            "where",
            "while",
            "yield");

    /** Keywords that can't be raw identifiers. */
    private static final Set<String> NEVER_RAW = Set.of("self", "Self", "super", "crate", "_");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    RustNames(Set<String> reserved) {
        taken.addAll(reserved);
    }

    /** Reserves and returns an identifier for a name. */
    String unique(String name) {
        String plain = plain(name);
        String candidate = plain;
        while (!taken.add(candidate)) {
            candidate = plain + "___" + counts.merge(plain, 2, (count, two) -> count + 1);
        }
        return identifier(candidate);
    }

    boolean isTaken(String name) {
        return taken.contains(plain(name));
    }

    private static String plain(String name) {
        String escaped = NameEscapes.escape(name);
        boolean invalid = escaped.isEmpty() || Character.isDigit(escaped.charAt(0));
        return invalid ? "_" + escaped : escaped;
    }

    private static String identifier(String name) {
        if (NEVER_RAW.contains(name)) {
            return name + "_";
        }
        return KEYWORDS.contains(name) ? "r#" + name : name;
    }
}
