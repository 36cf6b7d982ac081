package io.github.bpflinker.btf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Converts BTF strings, which are arbitrary bytes, to and from Java strings. They are decoded as UTF-8; each invalid
 * byte becomes a lone low surrogate, U+DC00 + byte, so that encoding restores the original bytes.
 */
final class StringCodec {

    private static final char ESCAPE = '\udc00';

    private StringCodec() {}

    static String decode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decodeUtf8(ByteBuffer.wrap(bytes, from, to - from));
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decodeUtf8(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer out = CharBuffer.allocate(in.remaining());
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE + Byte.toUnsignedInt(in.get())));
            }
        }
    }

    static byte[] encode(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isLowSurrogate(string.charAt(i))) {
                return encodeEscaped(string);
            }
        }
        return string.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encodeEscaped(String string) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        while (i < string.length()) {
            int point = string.codePointAt(i);
            i += Character.charCount(point);
            if (point > ESCAPE && point <= ESCAPE + 0xff) {
                out.write(point - ESCAPE);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
