package io.github.bpflinker.link.marker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type that the name of a marker says.
 *
 * @param base without array bounds
 * @param bounds the bounds of an array, the outermost first; -1 for {@code []}
 * @param bits the width of a bit-field; 0 if it is none
 */
record FieldType(Base base, List<Integer> bounds, int bits) {

    private static final Set<String> SCALARS = Set.of(
            "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "bool", "char", "tristate", "f32", "f64", "void");

    private static final Pattern SYNTAX = Pattern.compile("([^\\[/]*)((?:\\[\\s*\\d*\\s*])*)(?:/\\s*(\\d+))?");
    private static final Pattern BOUND = Pattern.compile("\\[\\s*(\\d*)\\s*]");
    private static final int LONGEST_NUMBER = 9;

    FieldType {
        bounds = List.copyOf(bounds);
    }

    /** A type without array bounds. */
    sealed interface Base {}

    /** A number or {@code void}. */
    record Scalar(String name) implements Base {}

    /** A struct, union or enumeration. */
    record Named(Marker.TypeName name) implements Base {}

    /** A pointer; the target is null for {@code void}. */
    record Pointer(@Nullable Base target) implements Base {}

    /** @throws MarkerException if it is no type */
    static FieldType parse(String text) {
        Matcher matcher = SYNTAX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MarkerException("'" + text.strip() + "' is no type");
        }
        List<Integer> bounds = new ArrayList<>();
        Matcher bound = BOUND.matcher(matcher.group(2));
        while (bound.find()) {
            bounds.add(bound.group(1).isEmpty() ? -1 : number(bound.group(1)));
        }
        String bits = matcher.group(3);
        int width = bits == null ? 0 : number(bits);
        if (bits != null && (width < 1 || width > Long.SIZE)) {
            throw new MarkerException("a bit-field has 1 to 64 bits, not " + bits);
        }
        return new FieldType(base(matcher.group(1).strip(), false), bounds, width);
    }

    /** The type as a marker writes it. */
    String words() {
        StringBuilder text = new StringBuilder(words(base));
        bounds.forEach(bound -> text.append('[').append(bound < 0 ? "" : bound).append(']'));
        return bits == 0 ? text.toString() : text + "/" + bits;
    }

    private static String words(@Nullable Base base) {
        if (base instanceof Scalar scalar) {
            return scalar.name();
        }
        if (base instanceof Named named) {
            return named.name().toString();
        }
        return base instanceof Pointer pointer ? "*" + words(pointer.target()) : "";
    }

    private static Base base(String text, boolean target) {
        if (text.startsWith("*")) {
            String rest = text.substring(1).strip();
            return new Pointer(rest.isEmpty() || rest.equals("void") ? null : base(rest, true));
        }
        if (SCALARS.contains(text)) {
            return new Scalar(text);
        }
        Marker.TypeName name = MarkerSyntax.typeName(text);
        if (name.word().isEmpty() && !target) {
            throw new MarkerException("'" + text + "' is no type: say struct " + text + ", union " + text + ", enum "
                    + text + ", a number such as u32, or a pointer such as *" + text);
        }
        return new Named(name.word().isEmpty() ? new Marker.TypeName("struct", name.name()) : name);
    }

    private static int number(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new MarkerException("the number " + digits + " is too large");
        }
        return Integer.parseInt(digits);
    }
}
