package io.github.bpflinker.elf;

import java.util.ArrayList;
import java.util.List;

/**
 * A program header: a part of the file that is mapped when it is loaded, or tells how to load it.
 *
 * @param type {@code p_type}
 * @param flags {@code p_flags}
 * @param offset where it starts in the file
 * @param address where it starts in memory, before relocation
 * @param fileSize its bytes in the file
 */
public record ElfSegment(int type, int flags, long offset, long address, long fileSize) {

    /** {@code PT_LOAD}. */
    public static final int LOAD = 1;

    private static final int EXECUTABLE = 1;

    public boolean isExecutable() {
        return (flags & EXECUTABLE) != 0;
    }

    /** Whether its part of the file holds what is at an address. */
    public boolean holds(long wanted) {
        return wanted >= address && wanted - address < fileSize;
    }

    static List<ElfSegment> read(ElfBytes file) {
        long offset = file.word(28, 32);
        int entrySize = file.u16(file.is64() ? 54 : 42);
        int count = offset == 0 ? 0 : file.u16(file.is64() ? 56 : 44);
        int least = file.is64() ? 56 : 32;
        if (count > 0 && entrySize < least) {
            throw file.invalid("program headers of " + entrySize + " bytes, not " + least);
        }
        List<ElfSegment> segments = new ArrayList<>(count);
        ElfBytes headers = file.part(offset, (long) count * entrySize, "program header table");
        for (int i = 0; i < count; i++) {
            ElfBytes header = headers.part((long) i * entrySize, entrySize, "program header " + i);
            segments.add(new ElfSegment(
                    header.i32(0),
                    header.i32(header.is64() ? 4 : 24),
                    header.word(4, 8),
                    header.word(8, 16),
                    header.word(16, 32)));
        }
        return List.copyOf(segments);
    }
}
