package io.github.bpflinker.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the part of a 64-bit little-endian shared library that says which others it needs. */
public final class SharedLibrary {

    private static final int FILE_HEADER = 64;
    private static final int SECTION_HEADER = 64;
    private static final int DYNAMIC_ENTRY = 16;
    private static final short ET_DYN = 3;

    private SharedLibrary() {}

    /** Nothing but a null section, names and the dynamic section. */
    public static byte[] needing(String... libraries) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        names.write(0);
        List<Integer> offsets = new ArrayList<>();
        for (String library : libraries) {
            offsets.add(names.size());
            names.writeBytes(library.getBytes(StandardCharsets.UTF_8));
            names.write(0);
        }
        int dynamicAt = FILE_HEADER;
        int dynamicSize = (libraries.length + 1) * DYNAMIC_ENTRY;
        int namesAt = dynamicAt + dynamicSize;
        int sectionsAt = namesAt + names.size();
        ByteBuffer file = ByteBuffer.allocate(sectionsAt + 3 * SECTION_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).putShort(16, ET_DYN).putLong(40, sectionsAt);
        file.putShort(58, (short) SECTION_HEADER).putShort(60, (short) 3);
        file.position(dynamicAt);
        for (int offset : offsets) {
            file.putLong(1).putLong(offset);
        }
        file.position(namesAt).put(names.toByteArray());
        section(file, sectionsAt + SECTION_HEADER, 6, dynamicAt, dynamicSize, 2);
        section(file, sectionsAt + 2 * SECTION_HEADER, 3, namesAt, names.size(), 0);
        return file.array();
    }

    private static void section(ByteBuffer file, int at, int type, int offset, int size, int link) {
        file.putInt(at + 4, type)
                .putLong(at + 24, offset)
                .putLong(at + 32, size)
                .putInt(at + 40, link);
    }
}
