package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.InvalidFileException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of an archive or of a table in it, with the archive's name for error messages. */
record ArchiveBytes(String archive, ByteBuffer bytes) {

    int size() {
        return bytes.limit();
    }

    /** A part of these bytes; {@code what} names it in the exception if it is out of bounds. */
    ByteBuffer part(long offset, long size, String what) {
        if (offset < 0 || size < 0 || offset > size() || size > size() - offset) {
            throw invalid(what + " at offset " + offset + " needs " + size + " bytes and "
                    + Math.max(0, size() - offset) + " are left");
        }
        return bytes.slice((int) offset, (int) size);
    }

    /** The text from {@code from}, inclusive, to {@code to}, exclusive. */
    String text(int from, int to) {
        byte[] text = new byte[to - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    InvalidFileException invalid(String place) {
        return new InvalidFileException(
                Diagnostic.error(Problem.ARCHIVE_INVALID).withInput(archive).withDetail(place));
    }
}
