package io.github.bpflinker.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Builds a string table: each distinct name once, in the order of first use. */
final class ElfNames {

    private final Map<String, Integer> offsets = new HashMap<>(Map.of("", 0));
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ElfNames() {
        bytes.write(0);
    }

    /** The offset of a name in the table. */
    int offsetOf(String name) {
        Integer known = offsets.get(name);
        if (known == null) {
            known = bytes.size();
            offsets.put(name, known);
            bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return known;
    }

    ByteBuffer content() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
