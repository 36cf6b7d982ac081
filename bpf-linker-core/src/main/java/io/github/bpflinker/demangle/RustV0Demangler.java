package io.github.bpflinker.demangle;

import java.util.List;
import java.util.Optional;

/**
 * Demangles Rust's v0 mangling, with the output format of {@code llvm-cxxfilt}. Function pointers, {@code dyn} types,
 * names that are not ASCII and struct constants are not supported.
 */
final class RustV0Demangler {

    /** The maximum length of a demangled name; back references expand exponentially. */
    private static final int LONGEST = 2000;

    private static final int DEEPEST = 60;
    private static final String BASIC_LETTERS = "abcdefhijlmnopstuvxyz";
    private static final String BASIC_NAMES =
            "i8 bool char f64 str f32 u8 isize usize i32 u32 i128 u128 _ i16 u16 () ... i64 u64 !";
    private static final List<String> BASIC_TYPES = List.of(BASIC_NAMES.split(" ", -1));

    private final String mangled;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;

    private RustV0Demangler(String mangled) {
        this.mangled = mangled;
    }

    /** @param mangled the symbol without {@code _R}; positions are relative to its start */
    static Optional<String> demangle(String mangled) {
        RustV0Demangler reader = new RustV0Demangler(mangled);
        try {
            reader.path(true);
            return Optional.of(reader.out.toString());
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private void path(boolean inValue) throws Unreadable {
        enter();
        char kind = next();
        switch (kind) {
            case 'C' -> identifier();
            case 'M', 'X' -> {
                disambiguator();
                int before = out.length();
                path(false);
                out.setLength(before);
                qualified(kind == 'X');
            }
            case 'Y' -> qualified(true);
            case 'N' -> nested(inValue);
            case 'I' -> {
                path(inValue);
                out.append(inValue ? "::<" : "<");
                list();
                out.append('>');
            }
            case 'B' -> {
                int back = back();
                path(inValue);
                at = back;
            }
            default -> throw new Unreadable();
        }
        depth--;
    }

    private void qualified(boolean withTrait) throws Unreadable {
        out.append('<');
        type();
        if (withTrait) {
            out.append(" as ");
            path(false);
        }
        out.append('>');
    }

    private void nested(boolean inValue) throws Unreadable {
        char namespace = next();
        path(inValue);
        long number = disambiguator();
        if (Character.isLowerCase(namespace)) {
            out.append("::");
            name();
            return;
        }
        out.append("::{").append(namespace == 'C' ? "closure" : namespace == 'S' ? "shim" : "" + namespace);
        int before = out.append(':').length();
        name();
        if (out.length() == before) {
            out.setLength(before - 1);
        }
        out.append('#').append(number).append('}');
    }

    private void type() throws Unreadable {
        enter();
        char kind = next();
        int basic = BASIC_LETTERS.indexOf(kind);
        if (basic >= 0) {
            out.append(BASIC_TYPES.get(basic));
        } else {
            constructed(kind);
        }
        depth--;
    }

    private void constructed(char kind) throws Unreadable {
        switch (kind) {
            case 'A', 'S' -> {
                out.append('[');
                type();
                if (kind == 'A') {
                    out.append("; ");
                    constant();
                }
                out.append(']');
            }
            case 'T' -> {
                int before = out.append('(').length();
                int count = list();
                out.append(count == 1 && out.length() > before ? ",)" : ")");
            }
            case 'R', 'Q' -> reference(kind == 'R' ? "&" : "&mut ");
            case 'P' -> reference("*const ");
            case 'O' -> reference("*mut ");
            case 'B' -> {
                int back = back();
                type();
                at = back;
            }
            default -> {
                at--;
                path(false);
            }
        }
    }

    private void reference(String prefix) throws Unreadable {
        // Other lifetimes occur only in types that are not supported.
        if (peek() == 'L') {
            lifetime();
        }
        out.append(prefix);
        type();
    }

    private void lifetime() throws Unreadable {
        next();
        if (base62() != 0) {
            throw new Unreadable();
        }
    }

    /** Reads arguments up to {@code E} and returns their number. */
    private int list() throws Unreadable {
        int count = 0;
        while (peek() != 'E') {
            out.append(count++ == 0 ? "" : ", ");
            switch (peek()) {
                case 'L' -> {
                    lifetime();
                    out.append("'_");
                }
                case 'K' -> {
                    next();
                    constant();
                }
                default -> type();
            }
        }
        next();
        return count;
    }

    private void constant() throws Unreadable {
        enter();
        char type = next();
        if (type == 'B') {
            int back = back();
            constant();
            at = back;
        } else if (type == 'p') {
            out.append('_');
        } else if ("abchijlmnostxy".indexOf(type) >= 0) {
            scalar(type);
        } else {
            throw new Unreadable();
        }
        depth--;
    }

    private void scalar(char type) throws Unreadable {
        out.append(peek() == 'n' ? "-" : "");
        at += peek() == 'n' ? 1 : 0;
        int end = mangled.indexOf('_', at);
        if (end < 0 || end - at > 15 || !mangled.substring(at, end).matches("[0-9a-f]*")) {
            throw new Unreadable();
        }
        long value = end == at ? 0 : Long.parseLong(mangled.substring(at, end), 16);
        at = end + 1;
        if (type == 'b') {
            out.append(value == 1);
        } else if (type == 'c') {
            character(value);
        } else {
            out.append(value);
        }
    }

    private void character(long value) throws Unreadable {
        if (value < ' ' || value > '~' || value == '\'' || value == '\\') {
            throw new Unreadable();
        }
        out.append('\'').append((char) value).append('\'');
    }

    private void identifier() throws Unreadable {
        disambiguator();
        name();
    }

    private void name() throws Unreadable {
        int length = 0;
        if (!Character.isDigit(peek())) {
            throw new Unreadable();
        }
        boolean zero = peek() == '0';
        do {
            length = length * 10 + next() - '0';
        } while (!zero && at < mangled.length() && Character.isDigit(peek()) && length < mangled.length());
        at += at < mangled.length() && peek() == '_' ? 1 : 0;
        if (length > mangled.length() - at) {
            throw new Unreadable();
        }
        out.append(mangled, at, at + length);
        at += length;
    }

    /** Reads a disambiguator; it is 0 for the first item of a name. */
    private long disambiguator() throws Unreadable {
        if (peek() != 's') {
            return 0;
        }
        next();
        return base62() + 1;
    }

    private long base62() throws Unreadable {
        if (peek() == '_') {
            next();
            return 0;
        }
        long value = 0;
        for (char c = next(); c != '_'; c = next()) {
            int digit = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(c);
            value = value * 62 + digit;
            if (digit < 0) {
                throw new Unreadable();
            }
        }
        return value + 1;
    }

    /** Moves to the target of a back reference, an earlier position, and returns the position to continue at. */
    private int back() throws Unreadable {
        int from = at - 1;
        long to = base62();
        if (to < 0 || to >= from) {
            throw new Unreadable();
        }
        int after = at;
        at = (int) to;
        return after;
    }

    private void enter() throws Unreadable {
        if (++depth > DEEPEST || out.length() > LONGEST) {
            throw new Unreadable();
        }
    }

    private char peek() throws Unreadable {
        if (at >= mangled.length()) {
            throw new Unreadable();
        }
        return mangled.charAt(at);
    }

    private char next() throws Unreadable {
        char c = peek();
        at++;
        return c;
    }

    /** The symbol uses an unsupported construct. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
