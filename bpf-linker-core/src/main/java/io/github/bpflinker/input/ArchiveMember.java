package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member of an archive. Two members are never equal, even under the same name. */
public final class ArchiveMember {

    private final String archive;
    private final String name;
    private final long offset;
    private final MemberData data;
    private @Nullable ByteBuffer loaded;

    /**
     * @param archive the archive's name
     * @param offset where its header starts in the archive, in bytes
     * @param data where its bytes are
     */
    ArchiveMember(String archive, String name, long offset, MemberData data) {
        this.archive = archive;
        this.name = name;
        this.offset = offset;
        this.data = data;
    }

    /** Its name in the archive; of a thin archive, the path of its file as the archive has it. */
    public String name() {
        return name;
    }

    /** What messages call it: {@code lib.a(member.o)}. */
    public String displayName() {
        return archive + "(" + name + ")";
    }

    /** Where its header starts in the archive, in bytes; the order of members. */
    public long offset() {
        return offset;
    }

    /**
     * What it holds: a {@link ModuleInput} or a {@link SymbolObject}. Empty for what can't be linked and is no error in
     * an archive: Rust's metadata, text that is no IR, ELF files that are no objects, archives within the archive.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if it is bitcode or an ELF file that is cut or contradicts itself, or if
     *     it is the missing file of a thin archive's member
     */
    public Optional<InputContent> content() {
        return ContentKind.content(displayName(), data());
    }

    /** Its bytes, read-only; read now if it is a member of a thin archive. */
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
