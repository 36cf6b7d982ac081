package io.github.bpflinker.elf;

import io.github.bpflinker.diagnostic.LinkException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the dependencies of a shared library ({@code DT_NEEDED}). Only the required parts of the file are read, because
 * shared libraries can have hundreds of megabytes.
 */
public final class NeededLibraries {

    private static final int FILE_HEADER = 64;
    private static final int SHT_DYNAMIC = 6;
    private static final int DT_NEEDED = 1;

    /** The maximum length of a name, NUL included; file names have at most 255 bytes. */
    private static final int LONGEST_NAME = 256;

    /** The maximum size of the section headers and of the dynamic section, far above that of real libraries. */
    private static final int MOST_BYTES = 1 << 20;

    private final FileChannel channel;
    private final String name;

    private NeededLibraries(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /**
     * The names in file order; empty if the file is not ELF or has no dynamic section.
     *
     * @throws IOException if the file can't be read
     * @throws LinkException if it is invalid
     */
    public static List<String> of(Path library) throws IOException {
        try (FileChannel channel = FileChannel.open(library)) {
            return new NeededLibraries(channel, library.toString()).read();
        }
    }

    private List<String> read() throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(FILE_HEADER, channel.size()));
        fill(start, 0);
        if (start.limit() < FILE_HEADER || !ElfFile.startsLikeElf(start)) {
            return List.of();
        }
        ByteOrder order = start.get(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ElfBytes header = new ElfBytes(name, start.order(order), start.get(4) == 2);
        int entrySize = header.is64() ? 64 : 40;
        int count = header.u16(header.is64() ? 60 : 48);
        ElfBytes sections = part(header, header.word(32, 40), (long) count * entrySize, "section header table");
        for (int i = 0; i < count; i++) {
            ElfBytes section = sections.part((long) i * entrySize, entrySize, "section header " + i);
            long strings = section.u32(header.is64() ? 40 : 24);
            if (section.i32(4) == SHT_DYNAMIC && strings < count) {
                ElfBytes names = sections.part(strings * entrySize, entrySize, "section header " + strings);
                return names(part(header, section.word(16, 24), section.word(20, 32), "dynamic section"), names);
            }
        }
        return List.of();
    }

    private List<String> names(ElfBytes dynamic, ElfBytes strings) throws IOException {
        List<String> names = new ArrayList<>();
        int entrySize = dynamic.is64() ? 16 : 8;
        for (int i = 0; i < dynamic.size() / entrySize; i++) {
            ElfBytes entry = dynamic.part((long) i * entrySize, entrySize, "dynamic entry " + i);
            if (entry.word(0, 0) == DT_NEEDED) {
                long at = entry.word(4, 8);
                long left = strings.word(20, 32) - at;
                if (at < 0 || left <= 0) {
                    throw dynamic.invalid("dynamic entry " + i + ": a name outside of the names");
                }
                names.add(text(part(dynamic, strings.word(16, 24) + at, Math.min(left, LONGEST_NAME), "a name")));
            }
        }
        return names;
    }

    private static String text(ElfBytes bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.size() && bytes.u8(i) != 0; i++) {
            text.append((char) bytes.u8(i));
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private ElfBytes part(ElfBytes like, long offset, long size, String what) throws IOException {
        if (offset < 0 || size < 0 || size > MOST_BYTES || offset > channel.size() - size) {
            throw like.invalid(what + " at offset " + Long.toUnsignedString(offset) + ", " + Long.toUnsignedString(size)
                    + " bytes, is not within the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(like.order());
        fill(bytes, offset);
        return new ElfBytes(name, bytes, like.is64());
    }

    private void fill(ByteBuffer bytes, long offset) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException(name + " became shorter");
            }
        }
        bytes.flip();
    }
}
