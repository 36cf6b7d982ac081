package io.github.bpflinker.attach;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where a tracepoint of user space is, by a note of type 3 of owner {@code stapsdt}. Source: the description of the
 * notes in SystemTap's wiki (UserSpaceProbeImplementation).
 *
 * @param provider the first part of its name
 * @param name the second
 * @param offset of its instruction in the file; -1 if it is not there
 * @param semaphore offset in the file of the counter that says whether somebody listens; 0 for none
 * @param arguments where they are, as the assembler wrote it
 */
record UsdtSite(String provider, String name, long offset, long semaphore, String arguments) {

    private static final String NOTES = ".note.stapsdt";
    private static final String BASE = ".stapsdt.base";
    private static final String OWNER = "stapsdt";
    private static final int TYPE = 3;
    private static final int HEADER = 12;

    /** All of a file, in the order of the notes. */
    static List<UsdtSite> of(CodeFile code) {
        ElfFile elf = code.elf();
        List<UsdtSite> sites = new ArrayList<>();
        long base = elf.section(BASE).map(ElfSection::address).orElse(0L);
        elf.section(NOTES).ifPresent(section -> {
            ByteBuffer notes = section.content().order(elf.order());
            while (notes.remaining() >= HEADER) {
                int nameSize = notes.getInt();
                int size = notes.getInt();
                int type = notes.getInt();
                if (nameSize < 0 || size < 0 || aligned(nameSize) + (long) aligned(size) > notes.remaining()) {
                    throw AttachException.unsuitable(
                            "the notes of " + code.path() + " about its tracepoints are damaged; build it again");
                }
                String owner = text(notes.slice(notes.position(), nameSize));
                notes.position(notes.position() + aligned(nameSize));
                ByteBuffer content = notes.slice(notes.position(), size).order(elf.order());
                notes.position(notes.position() + aligned(size));
                int pointers = 3 * (elf.is64() ? Long.BYTES : Integer.BYTES);
                if (type == TYPE && owner.equals(OWNER) && size > pointers) {
                    sites.add(site(code, content, base));
                }
            }
        });
        return sites;
    }

    private static UsdtSite site(CodeFile code, ByteBuffer content, long base) {
        boolean wide = code.elf().is64();
        long address = pointer(content, wide);
        long noted = pointer(content, wide);
        long semaphore = pointer(content, wide);
        // Where it was prelinked, sections moved, and the note's base with them.
        long moved = base == 0 ? 0 : base - noted;
        String provider = text(content);
        String name = text(content);
        String arguments = text(content);
        return new UsdtSite(
                provider,
                name,
                code.toOffset(address + moved),
                semaphore == 0 ? 0 : Math.max(code.toOffset(semaphore + moved), 0),
                arguments);
    }

    private static long pointer(ByteBuffer content, boolean wide) {
        return wide ? content.getLong() : Integer.toUnsignedLong(content.getInt());
    }

    /** The text up to a zero, or the end. */
    private static String text(ByteBuffer content) {
        int start = content.position();
        int end = start;
        while (end < content.limit() && content.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - start];
        content.get(start, bytes);
        content.position(Math.min(end + 1, content.limit()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int aligned(int size) {
        return size + 3 & ~3;
    }
}
