package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the names of markers. */
final class MarkerSyntax {

    private static final String CORE = "__bpf_core.";
    private static final String SYMBOL = "__bpf_ksym.";
    private static final String EXISTS = "__bpf_ksym_exists.";
    private static final String CONFIG = "__bpf_kconfig.";
    private static final String WEAK = "weak.";
    private static final Map<String, Marker.Operation> OPERATIONS = Map.of(
            "load", Marker.Operation.LOAD,
            "store", Marker.Operation.STORE,
            "add", Marker.Operation.ADD);

    private static final Map<String, CoreRelocation.Kind> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("byte_offset", CoreRelocation.Kind.FIELD_BYTE_OFFSET),
            Map.entry("byte_size", CoreRelocation.Kind.FIELD_BYTE_SIZE),
            Map.entry("field_exists", CoreRelocation.Kind.FIELD_EXISTS),
            Map.entry("signed", CoreRelocation.Kind.FIELD_SIGNED),
            Map.entry("lshift_u64", CoreRelocation.Kind.FIELD_LSHIFT_U64),
            Map.entry("rshift_u64", CoreRelocation.Kind.FIELD_RSHIFT_U64),
            Map.entry("type_id_local", CoreRelocation.Kind.TYPE_ID_LOCAL),
            Map.entry("type_id_target", CoreRelocation.Kind.TYPE_ID_TARGET),
            Map.entry("type_exists", CoreRelocation.Kind.TYPE_EXISTS),
            Map.entry("type_size", CoreRelocation.Kind.TYPE_SIZE),
            Map.entry("type_matches", CoreRelocation.Kind.TYPE_MATCHES),
            Map.entry("enum_exists", CoreRelocation.Kind.ENUMVAL_EXISTS),
            Map.entry("enum_value", CoreRelocation.Kind.ENUMVAL_VALUE)));

    private static final Map<String, Integer> WIDTHS = Map.of("1", 1, "2", 2, "4", 4, "8", 8);
    private static final String POINTER = "ptr";

    private static final Pattern WORD = Pattern.compile("(?:(struct|union|enum|typedef)\\s+)?(.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Names of integers have blanks, such as {@code long unsigned int}. */
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?: [a-z]+)*");

    private static final Pattern ELEMENT =
            Pattern.compile("([A-Za-z_#][A-Za-z0-9_#]*)((?:\\s*\\[[^\\]]*])*)\\s*(?::(.*))?");
    private static final Pattern INDEX = Pattern.compile("\\[\\s*(0[xX][0-9a-fA-F]{1,7}|[0-9]{1,9})\\s*]");
    private static final Pattern SEPARATOR = Pattern.compile("\\.|->");

    private static final Pattern EXTERN =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*(?::(.*)|\\((.*?)\\)\\s*(?:->(.*))?)?");

    private MarkerSyntax() {}

    /** Whether a symbol has the name of a marker, right or wrong. */
    static boolean isMarker(String symbol) {
        return symbol.startsWith("__bpf_")
                && (symbol.startsWith(CORE)
                        || symbol.startsWith(SYMBOL)
                        || symbol.startsWith(EXISTS)
                        || symbol.startsWith(CONFIG));
    }

    /**
     * Parses a name.
     *
     * @throws MarkerException if it is not well-formed
     */
    static Marker parse(String symbol) {
        if (symbol.startsWith(CORE)) {
            return core(symbol, symbol.substring(CORE.length()));
        }
        if (symbol.startsWith(EXISTS)) {
            return extern(symbol, true, true, symbol.substring(EXISTS.length()));
        }
        boolean config = symbol.startsWith(CONFIG);
        String rest = symbol.substring(config ? CONFIG.length() : SYMBOL.length());
        boolean weak = rest.startsWith(WEAK);
        rest = weak ? rest.substring(WEAK.length()) : rest;
        return config ? config(symbol, weak, rest) : extern(symbol, false, weak, rest);
    }

    private static Marker core(String symbol, String rest) {
        int dot = rest.indexOf('.');
        String word = (dot < 0 ? rest : rest.substring(0, dot)).strip();
        String subject = dot < 0 ? "" : rest.substring(dot + 1).strip();
        Marker.Operation operation = OPERATIONS.get(word);
        if (operation != null) {
            return access(symbol, operation, subject);
        }
        CoreRelocation.Kind kind = KINDS.get(word);
        if (kind == null) {
            throw new MarkerException("'" + word + "' is no kind of access", NearestNames.of(word, KINDS.keySet(), 1));
        }
        if (!kind.isField() && !kind.isEnumerator()) {
            return new Marker.Type(symbol, kind, typeName(subject));
        }
        int end = subject.indexOf('.');
        if (end < 0) {
            throw new MarkerException("it says no " + (kind.isField() ? "field" : "enumerator"));
        }
        Marker.TypeName root = typeName(subject.substring(0, end));
        String inside = subject.substring(end + 1);
        return kind.isField()
                ? new Marker.Field(symbol, kind, root, path(inside))
                : new Marker.Enumerator(symbol, kind, root, plainName(inside));
    }

    private static Marker access(String symbol, Marker.Operation operation, String width) {
        if (width.equals(POINTER) && operation == Marker.Operation.LOAD) {
            return new Marker.Access(symbol, operation, POINTER, Long.BYTES);
        }
        Integer bytes = WIDTHS.get(width);
        if (bytes == null || (operation == Marker.Operation.ADD && bytes < Integer.BYTES)) {
            String which =
                    switch (operation) {
                        case LOAD -> "a load has 1, 2, 4";
                        case STORE -> "a store has 1, 2, 4";
                        case ADD -> "an addition has 4";
                    };
            throw new MarkerException(which + " or 8 bytes, not '" + width + "'");
        }
        return new Marker.Access(symbol, operation, "i" + bytes * Byte.SIZE, bytes);
    }

    private static List<Marker.PathElement> path(String text) {
        List<Marker.PathElement> path = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(text);
        int start = 0;
        boolean throughPointer = false;
        while (separator.find()) {
            path.add(element(throughPointer, text.substring(start, separator.start())));
            throughPointer = separator.group().equals("->");
            start = separator.end();
        }
        path.add(element(throughPointer, text.substring(start)));
        return path;
    }

    private static Marker.PathElement element(boolean throughPointer, String text) {
        Matcher matcher = ELEMENT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MarkerException("'" + text.strip() + "' is no field");
        }
        List<Integer> indexes = new ArrayList<>();
        String brackets = matcher.group(2).strip();
        Matcher index = INDEX.matcher(brackets);
        int end = 0;
        while (index.find()) {
            indexes.add(Integer.decode(decimal(index.group(1))));
            end = index.end();
        }
        if (end != brackets.length()) {
            throw new MarkerException("the indexes " + brackets + " of '" + matcher.group(1) + "' are no numbers");
        }
        String type = matcher.group(3);
        return new Marker.PathElement(
                throughPointer, plainName(matcher.group(1)), indexes, type == null ? null : FieldType.parse(type));
    }

    /** Without leading zeros, which would make it octal. */
    private static String decimal(String number) {
        return number.startsWith("0x") || number.startsWith("0X") ? number : number.replaceFirst("^0+(?=\\d)", "");
    }

    private static Marker extern(String symbol, boolean question, boolean weak, String text) {
        Matcher matcher = matched(text);
        String type = matcher.group(2);
        String parameters = matcher.group(3);
        String result = matcher.group(4);
        return new Marker.KernelSymbol(
                symbol,
                question,
                matcher.group(1),
                weak,
                type == null ? null : FieldType.parse(type),
                parameters == null ? null : signature(parameters, result));
    }

    private static Marker.Signature signature(String parameters, @Nullable String result) {
        List<FieldType> types = new ArrayList<>();
        if (!parameters.isBlank()) {
            for (String parameter : parameters.split(",", -1)) {
                types.add(FieldType.parse(parameter));
            }
        }
        return new Marker.Signature(
                types, Optional.ofNullable(result).map(FieldType::parse).orElse(null));
    }

    private static Marker config(String symbol, boolean weak, String text) {
        Matcher matcher = matched(text);
        String type = matcher.group(2);
        if (type == null) {
            throw new MarkerException(
                    "it says no type: write :i32, :bool, :tristate, :char or :char[32] after the name");
        }
        return new Marker.Config(symbol, matcher.group(1), weak, FieldType.parse(type));
    }

    private static Matcher matched(String text) {
        Matcher matcher = EXTERN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MarkerException("'" + text.strip() + "' is no name of a symbol");
        }
        return matcher;
    }

    static Marker.TypeName typeName(String text) {
        Matcher matcher = WORD.matcher(text.strip());
        if (!matcher.matches()) {
            throw new MarkerException("it says no type");
        }
        String word = Optional.ofNullable(matcher.group(1)).orElse("");
        String name = withoutRaw(matcher.group(2).strip());
        if (!TYPE_NAME.matcher(name).matches()) {
            throw new MarkerException(name.isEmpty() ? "it says no type" : "'" + name + "' is no name of a type");
        }
        return new Marker.TypeName(word, name);
    }

    private static String plainName(String text) {
        String name = withoutRaw(text.strip());
        if (!NAME.matcher(name).matches()) {
            throw new MarkerException("'" + name + "' is no name");
        }
        return name;
    }

    /** Removes the mark of Rust's raw identifiers. */
    private static String withoutRaw(String name) {
        return name.startsWith("r#") ? name.substring(2) : name;
    }
}
