package io.github.bpflinker.combine;

import io.github.bpflinker.elf.ElfSection;
import java.util.ArrayList;
import java.util.List;

/** A section of the result and the sections of the inputs of which it consists. */
final class CombinedSection {

    private final String name;
    private final boolean executable;
    private final List<Part> parts = new ArrayList<>();
    private long flags;
    private int type;
    private long alignment = 1;
    private long entrySize;
    private long size;

    /**
     * A section of an input.
     *
     * @param base its offset in the combined section
     */
    record Part(RelocatableObject object, ElfSection section, long base) {}

    CombinedSection(ElfSection first) {
        this.name = first.name();
        this.executable = first.isExecutable();
        this.flags = first.flags();
        this.type = first.type();
        this.entrySize = first.entrySize();
    }

    /** Appends a section of an input and returns its place. */
    Part append(RelocatableObject object, ElfSection section) {
        if (section.isExecutable() != executable) {
            throw object.invalid("section " + name + (executable ? " has data, " : " has code, ") + "and in "
                    + parts.get(0).object().name() + (executable ? " code" : " data"));
        }
        long needed = Math.max(section.alignment(), executable ? Long.BYTES : 1);
        long base = (size + needed - 1) / needed * needed;
        if (base + section.size() > Integer.MAX_VALUE) {
            throw object.invalid("section " + name + " becomes larger than " + Integer.MAX_VALUE + " bytes");
        }
        size = base + section.size();
        alignment = Math.max(alignment, needed);
        if (section.type() == ElfSection.PROGBITS) {
            type = ElfSection.PROGBITS;
        }
        // Merged strings, for example, beside data of another kind.
        if (section.entrySize() != entrySize || section.flags() != flags) {
            entrySize = 0;
            flags = (flags & section.flags()) | ((flags | section.flags()) & (ElfSection.WRITE | ElfSection.ALLOC));
        }
        Part part = new Part(object, section, base);
        parts.add(part);
        return part;
    }

    String name() {
        return name;
    }

    boolean isExecutable() {
        return executable;
    }

    /** {@code SHT_PROGBITS} if any part has content, else {@code SHT_NOBITS}. */
    int type() {
        return type;
    }

    long flags() {
        return flags;
    }

    long alignment() {
        return alignment;
    }

    long entrySize() {
        return entrySize;
    }

    /** In bytes. */
    int size() {
        return (int) size;
    }

    List<Part> parts() {
        return parts;
    }
}
