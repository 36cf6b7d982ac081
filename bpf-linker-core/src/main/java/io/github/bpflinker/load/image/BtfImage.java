package io.github.bpflinker.load.image;

import io.github.bpflinker.btf.BtfKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A mutable {@code .BTF} section. Fields of types are changed in place; types and strings are appended. Types are
 * identified by id, names by their offset in the string section. Not thread-safe.
 *
 * <p>The input is not validated: it must have been read by {@link io.github.bpflinker.btf.BtfReader} and must not be
 * split BTF.
 */
public final class BtfImage {

    private static final int LENGTH_FIELD = 4;
    private static final int TYPES_FIELD = 8;
    private static final int STRINGS_FIELD = 16;
    private static final int LEAST_HEADER = 24;
    private static final int LAYOUT_FIELD = 24;
    private static final int HEADER_WITH_LAYOUT = 32;
    private static final int COMMON = 12;
    private static final int KIND_MASK = 0x1f;
    private static final int MAX_COUNT = 0xffff;

    private final byte[] header;
    private byte[] types;
    private int typesLength;
    private byte[] strings;
    private int stringsLength;
    private final ByteOrder order;
    private ByteBuffer view;
    private int[] offsets;
    private int count;

    /** @param section the whole section, copied */
    public BtfImage(byte[] section) {
        order = section[0] == (byte) 0x9f ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer all = ByteBuffer.wrap(section).order(order);
        int headerLength = all.getInt(LENGTH_FIELD);
        header = Arrays.copyOf(section, headerLength);
        int start = headerLength + all.getInt(TYPES_FIELD);
        typesLength = all.getInt(TYPES_FIELD + 4);
        types = Arrays.copyOfRange(section, start, start + typesLength);
        start = headerLength + all.getInt(STRINGS_FIELD);
        stringsLength = all.getInt(STRINGS_FIELD + 4);
        strings = Arrays.copyOfRange(section, start, start + stringsLength);
        view = ByteBuffer.wrap(types).order(order);
        offsets = new int[Math.max(16, typesLength / 16)];
        count = 1;
        int at = 0;
        while (at < typesLength) {
            remember(at);
            at += sizeAt(at);
        }
    }

    private void remember(int at) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = at;
    }

    private int sizeAt(int at) {
        int info = view.getInt(at + 4);
        int elements = info & MAX_COUNT;
        return COMMON
                + switch (BtfKind.ofCode(info >>> 24 & KIND_MASK).orElse(BtfKind.UNKN)) {
                    case INT, VAR, DECL_TAG -> 4;
                    case ARRAY -> 12;
                    case STRUCT, UNION, DATASEC, ENUM64 -> 12 * elements;
                    case ENUM, FUNC_PROTO -> 8 * elements;
                    default -> 0;
                };
    }

    /** One more than the highest id. */
    public int typeCount() {
        return count;
    }

    public BtfKind kind(int id) {
        return id == 0
                ? BtfKind.UNKN
                : BtfKind.ofCode(info(id) >>> 24 & KIND_MASK).orElse(BtfKind.UNKN);
    }

    private int info(int id) {
        return view.getInt(offsets[id] + 4);
    }

    /**
     * The number of members, values, parameters or variables of a type, or the linkage of a function ({@code vlen}).
     */
    public int elements(int id) {
        return info(id) & MAX_COUNT;
    }

    public boolean flag(int id) {
        return info(id) < 0;
    }

    public void setInfo(int id, BtfKind kind, boolean flag, int elements) {
        view.putInt(offsets[id] + 4, (flag ? 1 << 31 : 0) | kind.code() << 24 | elements);
    }

    /** The offset of its name; 0 if it has none. */
    public int name(int id) {
        return view.getInt(offsets[id]);
    }

    public void setName(int id, int name) {
        view.putInt(offsets[id], name);
    }

    /** The size of a type, or the id of the referenced type. */
    public int word(int id) {
        return view.getInt(offsets[id] + 8);
    }

    public void setWord(int id, int word) {
        view.putInt(offsets[id] + 8, word);
    }

    /** A word of the kind-specific data after the common part of a type. */
    public int extra(int id, int index) {
        return view.getInt(offsets[id] + COMMON + 4 * index);
    }

    public void setExtra(int id, int index, int word) {
        view.putInt(offsets[id] + COMMON + 4 * index, word);
    }

    /** The string at an offset. */
    public String string(int offset) {
        int end = offset;
        while (strings[end] != 0) {
            end++;
        }
        return new String(strings, offset, end - offset, StandardCharsets.UTF_8);
    }

    /** Whether the string at an offset is equal to an ASCII string. */
    public boolean isString(int offset, String ascii) {
        int length = ascii.length();
        if (offset + length >= stringsLength || strings[offset + length] != 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (strings[offset + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A byte of the string section, for names that are changed in place. */
    public byte stringByte(int offset) {
        return strings[offset];
    }

    public void setStringByte(int offset, byte value) {
        strings[offset] = value;
    }

    /** Returns the offset of a string, which is added if it does not exist. */
    public int addString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < stringsLength) {
            int end = at;
            while (strings[end] != 0) {
                end++;
            }
            if (Arrays.equals(strings, at, end, bytes, 0, bytes.length)) {
                return at;
            }
            at = end + 1;
        }
        strings = Arrays.copyOf(strings, stringsLength + bytes.length + 1);
        System.arraycopy(bytes, 0, strings, stringsLength, bytes.length);
        int offset = stringsLength;
        stringsLength += bytes.length + 1;
        return offset;
    }

    /**
     * Adds a type.
     *
     * @param word its size, or the id of the referenced type
     * @param extra the kind-specific data
     * @return its id
     */
    public int addType(int name, BtfKind kind, boolean flag, int elements, int word, int... extra) {
        int size = COMMON + 4 * extra.length;
        if (typesLength + size > types.length) {
            types = Arrays.copyOf(types, typesLength + Math.max(size, 256));
            view = ByteBuffer.wrap(types).order(order);
        }
        int id = count;
        remember(typesLength);
        typesLength += size;
        setName(id, name);
        setInfo(id, kind, flag, elements);
        setWord(id, word);
        for (int i = 0; i < extra.length; i++) {
            setExtra(id, i, extra[i]);
        }
        return id;
    }

    /** Whether its header has layout information about kinds, as in libbpf 1.8. */
    public boolean hasLayout() {
        return header.length >= HEADER_WITH_LAYOUT && ByteBuffer.wrap(header).getLong(LAYOUT_FIELD) != 0;
    }

    /** Returns the section without layout information. */
    public byte[] toBytes() {
        byte[] section = new byte[header.length + typesLength + stringsLength];
        System.arraycopy(header, 0, section, 0, header.length);
        System.arraycopy(types, 0, section, header.length, typesLength);
        System.arraycopy(strings, 0, section, header.length + typesLength, stringsLength);
        ByteBuffer out = ByteBuffer.wrap(section).order(order);
        out.putInt(TYPES_FIELD, 0).putInt(TYPES_FIELD + 4, typesLength);
        out.putInt(STRINGS_FIELD, typesLength).putInt(STRINGS_FIELD + 4, stringsLength);
        if (header.length > LEAST_HEADER) {
            Arrays.fill(section, LAYOUT_FIELD, Math.min(header.length, HEADER_WITH_LAYOUT), (byte) 0);
        }
        return section;
    }
}
