package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.LinkException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Where the bytes of an archive member are. */
sealed interface MemberData {

    /** The bytes, read if they have to be. */
    ByteBuffer bytes();

    /** In the archive itself. */
    record Inside(ByteBuffer bytes) implements MemberData {}

    /** In a file of its own, as thin archives have it. */
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
