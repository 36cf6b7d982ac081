package io.github.bpflinker.btf.dump;

import java.io.IOException;

/** A streaming writer of compact JSON. */
final class Json {

    private final Appendable out;
    private boolean first = true;

    Json(Appendable out) {
        this.out = out;
    }

    Json open(char bracket) throws IOException {
        separate();
        out.append(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) throws IOException {
        out.append(bracket);
        first = false;
        return this;
    }

    /** Writes the name of a member; a value must follow. */
    Json key(String key) throws IOException {
        separate();
        quoted(key);
        out.append(':');
        first = true;
        return this;
    }

    Json raw(String value) throws IOException {
        separate();
        out.append(value);
        return this;
    }

    Json number(String key, long value) throws IOException {
        return key(key).raw(Long.toString(value));
    }

    Json string(String key, String value) throws IOException {
        key(key).separate();
        quoted(value);
        return this;
    }

    private void separate() throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quoted(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
