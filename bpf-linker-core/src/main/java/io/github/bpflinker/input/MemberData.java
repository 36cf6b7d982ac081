package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.LinkException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The location of an archive member's bytes. */
sealed interface MemberData {

    /** The bytes, read from the file if necessary. */
    ByteBuffer bytes();

    /** Stored in the archive. */
    record Inside(ByteBuffer bytes) implements MemberData {}

    /** Stored in a separate file, for a member of a thin archive. */
    record OnDisk(String archive, Path file) implements MemberData {

        @Override
        public ByteBuffer bytes() {
            try {
                return FileBytes.ofRegular(file.toString(), file);
            } catch (LinkException e) {
                throw new LinkException(e.diagnostic().withRelated(List.of(archive)), e);
            }
        }
    }
}
