package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Distinguishes text from binary content, and LLVM IR from other text. Syntax errors are reported by LLVM. */
final class IrText {

    private static final int LOOK_AT = 1024;

    /** The first words of lines at the top level of a module. */
    private static final Set<String> KEYWORDS = Set.of(
            "source_filename",
            "target",
            "define",
            "declare",
            "attributes",
            "module",
            "uselistorder",
            "uselistorder_bb");

    private static final String SIGILS = "@%!$^";

    private static final int MAX_TOKEN = 32;

    private IrText() {}

    /** Whether the first kilobyte of {@code bytes} is UTF-8 without control characters. */
    static boolean isText(ByteBuffer bytes) {
        int length = Math.min(bytes.remaining(), LOOK_AT);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(LOOK_AT);
        // Not the end of input, because the kilobyte can end within a character.
        CoderResult result = decoder.decode(bytes.slice(bytes.position(), length), text, false);
        return !result.isError() && text.flip().chars().noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0);
    }

    /**
     * Whether text is LLVM IR, judged by the first token after white space and comments. Text without a token is IR.
     */
    static boolean isIr(ByteBuffer bytes) {
        int at = skipBlanksAndComments(bytes);
        if (at == bytes.limit()) {
            return true;
        }
        char first = (char) bytes.get(at);
        if (SIGILS.indexOf(first) >= 0) {
            return at + 1 < bytes.limit() && isNamePart((char) bytes.get(at + 1));
        }
        StringBuilder token = new StringBuilder();
        while (at < bytes.limit() && token.length() < MAX_TOKEN && isNamePart((char) bytes.get(at))) {
            token.append((char) bytes.get(at));
            at++;
        }
        return KEYWORDS.contains(token.toString());
    }

    private static int skipBlanksAndComments(ByteBuffer bytes) {
        boolean comment = false;
        int at = bytes.position();
        for (; at < bytes.limit(); at++) {
            byte current = bytes.get(at);
            if (current == '\n' || current == '\r') {
                comment = false;
            } else if (current == ';') {
                comment = true;
            } else if (!comment && " \t\f".indexOf(current) < 0) {
                break;
            }
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean digit = c >= '0' && c <= '9';
        return letter || digit || "_.-$\"".indexOf(c) >= 0;
    }
}
