package io.github.bpflinker.text;

/**
 * Escapes text for output on a terminal. Names from inputs can contain escape sequences, line breaks and bidirectional
 * control characters. Not needed for JSON, which has its own escapes.
 */
public final class Printable {

    private static final char LAST_OF_ONE_BYTE = 0xff;

    private Printable() {}

    /**
     * The text with control characters, line separators, bidirectional control characters and unpaired surrogates as C
     * escapes: {@code \n}, {@code \t}, <code>&#92;x1b</code>, <code>&#92;u202e</code>.
     */
    public static String line(String text) {
        int first = firstUnprintable(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isPrintable(text, at)) {
                line.append(c);
            } else {
                escape(c, line);
            }
        }
        return line.toString();
    }

    /** Escapes each line of the text as {@link #line} does; tabs and line ends are kept. */
    public static String lines(String text) {
        if (firstUnprintable(text) == text.length()) {
            return text;
        }
        StringBuilder lines = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean lineEnd = c == '\n' || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
            if (lineEnd || c == '\t' || isPrintable(text, at)) {
                lines.append(c);
            } else {
                escape(c, lines);
            }
        }
        return lines.toString();
    }

    private static int firstUnprintable(String text) {
        int at = 0;
        while (at < text.length() && isPrintable(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isPrintable(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SURROGATE -> isPaired(text, at);
            default -> true;
        };
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void escape(char c, StringBuilder line) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> line.append(String.format(c <= LAST_OF_ONE_BYTE ? "\\x%02x" : "\\u%04x", (int) c));
        }
    }
}
