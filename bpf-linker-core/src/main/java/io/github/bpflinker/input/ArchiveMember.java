package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member of an archive. Members are compared by identity, since names are not unique. */
public final class ArchiveMember {

    private final String archive;
    private final String name;
    private final long offset;
    private final MemberData data;
    private @Nullable ByteBuffer loaded;

    /**
     * @param archive the archive's name
     * @param offset the offset of its header in the archive, in bytes
     * @param data the location of its bytes
     */
    ArchiveMember(String archive, String name, long offset, MemberData data) {
        this.archive = archive;
        this.name = name;
        this.offset = offset;
        this.data = data;
    }

    /** Its name in the archive; in a thin archive, the path of its file as recorded. */
    public String name() {
        return name;
    }

    /** The name used in messages: {@code lib.a(member.o)}. */
    public String displayName() {
        return archive + "(" + name + ")";
    }

    /** The offset of its header in the archive, in bytes. Members are ordered by it. */
    public long offset() {
        return offset;
    }

    /**
     * Its content: a {@link ModuleInput}, a {@link CompiledObject} or an {@link ObjectWithoutBitcode}. Empty for a member that is ignored: Rust metadata,
     * text other than IR, ELF files other than objects, and nested archives.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if it is truncated or invalid bitcode or ELF, or if the file
     *     of a thin archive's member is missing
     */
    public Optional<InputContent> content() {
        return ContentDetector.content(displayName(), data());
    }

    /** Its bytes, read-only. The file of a thin archive's member is read by the first call. */
    public synchronized ByteBuffer data() {
        ByteBuffer known = loaded;
        if (known == null) {
            known = data.bytes();
            loaded = known;
        }
        return known.duplicate();
    }

    @Override
    public String toString() {
        return displayName();
    }
}
