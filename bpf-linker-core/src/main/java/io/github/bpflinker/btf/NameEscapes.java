package io.github.bpflinker.btf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of other languages in the characters of C: each byte that is no ASCII letter, digit or underscore becomes
 * {@code _XX_} in hexadecimal, as in bpf-linker: {@code MyStruct<u64>} becomes {@code MyStruct_3C_u64_3E_}.
 */
public final class NameEscapes {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

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

    /** Whether the character needs no escape. */
    public static boolean isPlain(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_';
    }
}
