package io.github.bpflinker.generate;

import java.util.List;

/** The text of a class, line by line, indented by the braces in it. */
final class SourceText {

    private static final String STEP = "    ";
    private static final String WRAP = STEP + STEP;
    private static final int LONGEST = 120;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Adds lines. One that ends with an opening brace indents those behind it, one that begins with a closing one does not. */
    SourceText add(String lines) {
        lines.lines().forEach(this::line);
        return this;
    }

    private void line(String line) {
        boolean comment = line.startsWith("/**") || line.startsWith(" *");
        if (line.startsWith("}") && !comment) {
            depth--;
        }
        text.append(line.isEmpty() ? "" : STEP.repeat(depth)).append(line).append('\n');
        if (line.endsWith("{") && !comment) {
            depth++;
        }
    }

    /** Adds the beginning of a declaration, with its parameters in lines of their own if they are too long for one. */
    SourceText declaration(String before, List<String> parameters, String after) {
        String line = before + "(" + String.join(", ", parameters) + ")" + after;
        boolean fits = depth * STEP.length() + line.length() <= LONGEST;
        return add(fits ? line : before + "(\n" + WRAP + String.join(",\n" + WRAP, parameters) + ")" + after);
    }

    /** Adds an empty line, unless a block begins here. */
    SourceText gap() {
        boolean begins = text.length() < 2 || text.charAt(text.length() - 2) == '{';
        return begins ? this : add("\n");
    }

    /** Adds documentation; each line of it is one of the comment. */
    SourceText doc(String... lines) {
        if (lines.length == 1 && lines[0].indexOf('\n') < 0) {
            return add("/** " + lines[0] + " */");
        }
        add("/**");
        for (String part : lines) {
            part.lines().forEach(line -> add(line.isEmpty() ? " *" : " * " + line));
        }
        return add(" */");
    }

    /** Whether no block is open. */
    boolean isAtOuterLevel() {
        return depth == 0;
    }

    /** C or Rust in documentation. */
    static String code(String source) {
        String safe = source.replace("*/", "* /").replace("\\", "/").replace("@", " ");
        return "{@code " + safe + "}";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
