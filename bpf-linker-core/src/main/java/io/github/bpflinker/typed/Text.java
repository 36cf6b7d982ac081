package io.github.bpflinker.typed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a {@code char[]}: UTF-8 up to the first zero, or to its end. A byte that is no UTF-8 becomes a lone surrogate,
 * U+DC80 to U+DCFF, and that becomes the same byte when the text is written, so that names of files and processes survive
 * whatever their bytes are.
 */
public final class Text {

    private static final char ESCAPE = 0xdc00;
    private static final char FIRST_ESCAPE = 0xdc80;
    private static final char LAST_ESCAPE = 0xdcff;

    private Text() {}

    /** Reads text. */
    public static String read(ByteBuffer memory, int at, int size) {
        int length = 0;
        boolean ascii = true;
        while (length < size && memory.get(at + length) != 0) {
            ascii &= memory.get(at + length) > 0;
            length++;
        }
        byte[] bytes = Memory.bytes(memory, at, length);
        return new String(bytes, ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8).indexOf('\ufffd') < 0
                ? new String(bytes, StandardCharsets.UTF_8)
                : escaped(bytes);
    }

    private static String escaped(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(from, to, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                to.put((char) (ESCAPE + Byte.toUnsignedInt(from.get())));
            }
            result = decoder.reset().decode(from, to, true);
        }
        return to.flip().toString();
    }

    /** The bytes of a text. */
    public static byte[] encode(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (first >= FIRST_ESCAPE && first <= LAST_ESCAPE) {
                bytes[length++] = (byte) (first - ESCAPE);
                at++;
            } else {
                int point = text.codePointAt(at);
                byte[] encoded = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, length, encoded.length);
                length += encoded.length;
                at += Character.charCount(point);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /**
     * The bytes of a text, filled up with zeros.
     *
     * @throws IllegalArgumentException if they are more than {@code size}
     */
    public static byte[] encode(String text, int size) {
        byte[] bytes = encode(text);
        if (bytes.length > size) {
            throw new IllegalArgumentException(
                    "'" + text + "' takes " + bytes.length + " bytes, and there are " + size);
        }
        return Arrays.copyOf(bytes, size);
    }

    /** Writes a text, and zeros behind it; see {@link #encode(String, int)}. */
    public static void write(ByteBuffer memory, int at, int size, String text) {
        memory.put(at, encode(text, size));
    }
}
