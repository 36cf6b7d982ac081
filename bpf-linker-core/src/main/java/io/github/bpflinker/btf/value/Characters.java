package io.github.bpflinker.btf.value;

import io.github.bpflinker.btf.BtfType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Arrays of characters. */
public final class Characters {

    private Characters() {}

    /** Compilers say so by the name alone: {@code char} of C, and {@code i8}, which {@code c_char} of Rust is. */
    public static boolean isCharacter(BtfType type) {
        return type instanceof BtfType.Int number
                && number.size() == 1
                && ((number.encoding() & BtfType.Int.CHAR) != 0
                        || number.name().equals("char")
                        || number.name().equals("i8"));
    }

    /** Bytes up to the first zero. */
    static int length(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return length;
    }

    /** Whether it is UTF-8 without control characters, and nothing but zeros follow the first zero. */
    static boolean isText(byte[] bytes) {
        int length = length(bytes);
        byte[] text = Arrays.copyOf(bytes, length);
        if (!Arrays.equals(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), text)) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            boolean control = bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t';
            if (i < length ? control : bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
