package io.github.bpflinker.btf;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a string section: each distinct string once, in the order of first use. Suffixes are not shared, although the
 * format allows it, because some readers only accept offsets at which a string starts.
 */
final class BtfStringsBuilder {

    private final @Nullable BtfStrings base;
    private final int start;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    BtfStringsBuilder(@Nullable BtfStrings base) {
        this.base = base;
        this.start = base == null ? 0 : base.end();
        for (BtfStrings table = base; table != null; table = table.base()) {
            addExisting(table);
        }
        offsets.put("", 0);
        if (base == null) {
            bytes.write(0);
        }
    }

    private void addExisting(BtfStrings table) {
        byte[] content = table.bytes();
        int from = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == 0) {
                offsets.putIfAbsent(StringCodec.decode(content, from, i), table.start() + from);
                from = i + 1;
            }
        }
    }

    /** Returns the offset of {@code string}, which is added if it is new. */
    int offset(String string) {
        Integer known = offsets.get(string);
        if (known != null) {
            return known;
        }
        if (string.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("string with a zero byte");
        }
        int offset = start + bytes.size();
        offsets.put(string, offset);
        bytes.writeBytes(StringCodec.encode(string));
        bytes.write(0);
        return offset;
    }

    BtfStrings build() {
        return new BtfStrings(base, bytes.toByteArray());
    }
}
