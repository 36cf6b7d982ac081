package io.github.bpflinker.demangle;

import java.util.Map;

/**
 * Demangles Rust symbols: {@code core::panicking::panic_fmt}. Supports the legacy mangling ({@code _ZN…17h…E}) and the
 * parts of the v0 mangling (RFC 2603) that function names commonly use.
 */
public final class RustSymbol {

    private static final int HASH_LENGTH = 17;

    private static final Map<String, String> ESCAPES =
            Map.of("SP", "@", "BP", "*", "RF", "&", "LT", "<", "GT", ">", "LP", "(", "RP", ")", "C", ",");

    private RustSymbol() {}

    /** The demangled name without hashes; {@code symbol} itself if it is not mangled. */
    public static String demangle(String symbol) {
        if (symbol.startsWith("_R")) {
            return RustV0Demangler.demangle(symbol.substring(2)).orElse(symbol);
        }
        return symbol.startsWith("_ZN") ? legacy(symbol) : symbol;
    }

    private static String legacy(String symbol) {
        StringBuilder name = new StringBuilder();
        int at = 3;
        while (at < symbol.length() && Character.isDigit(symbol.charAt(at))) {
            int start = at;
            int length = 0;
            while (start < symbol.length() && Character.isDigit(symbol.charAt(start)) && length < symbol.length()) {
                length = length * 10 + symbol.charAt(start++) - '0';
            }
            at = start + length;
            if (at >= symbol.length()) {
                return symbol;
            }
            String part = symbol.substring(start, at);
            if (symbol.charAt(at) == 'E') {
                // The last component is the hash; C++ symbols have none.
                return length == HASH_LENGTH && part.startsWith("h") && !name.isEmpty() ? name.toString() : symbol;
            }
            name.append(name.isEmpty() ? "" : "::").append(unescaped(part));
        }
        return symbol;
    }

    private static String unescaped(String part) {
        StringBuilder text = new StringBuilder();
        int at = part.startsWith("_$") ? 1 : 0;
        while (at < part.length()) {
            char c = part.charAt(at);
            int end = c == '$' ? part.indexOf('$', at + 1) : -1;
            if (end > 0) {
                text.append(escape(part.substring(at + 1, end)));
                at = end + 1;
            } else if (part.startsWith("..", at)) {
                text.append("::");
                at += 2;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static String escape(String name) {
        if (name.matches("u[0-9a-f]{1,5}")) {
            return Character.toString(Integer.parseInt(name.substring(1), 16));
        }
        return ESCAPES.getOrDefault(name, "$" + name + "$");
    }
}
