package io.github.bpflinker.btf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of other languages in the characters of C: each byte that is no ASCII letter, digit or underscore becomes
 * {@code _XX_} in hexadecimal, as in bpf-linker: {@code MyStruct<u64>} becomes {@code MyStruct_3C_u64_3E_}.
 */
public final class NameEscapes {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final Pattern ESCAPE = Pattern.compile("_([2-7][0-9A-F])_");

    /** What only names of other languages have: {@code <}, <code>{</code>, {@code ::}, or a bracket or sign at the beginning. */
    private static final Pattern FOREIGN = Pattern.compile("_3C_|_7B_|_3A__3A_|^_(28|5B|26|2A)_");

    private NameEscapes() {}

    /** The name with its escapes; it may still begin with a digit, or be empty. */
    public static String escape(String name) {
        StringBuilder escaped = new StringBuilder(name.length() + 8);
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) (octet & 0xff))) {
                escaped.append((char) octet);
            } else {
                escaped.append('_').append(HEX.toHexDigits(octet)).append('_');
            }
        }
        return escaped.toString();
    }

    /**
     * The name of a type without its escapes. Names of C that look as if they had some, as {@code lat_20_us}, stay as they
     * are, and so do bytes that are no ASCII.
     */
    public static String unescapeType(String name) {
        return FOREIGN.matcher(name).find()
                ? ESCAPE.matcher(name).replaceAll(escape -> {
                    char character = (char) Integer.parseInt(escape.group(1), 16);
                    return Matcher.quoteReplacement(isPlain(character) ? escape.group() : String.valueOf(character));
                })
                : name;
    }

    /** Whether the character needs no escape. */
    public static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_';
    }
}
