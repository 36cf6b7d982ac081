package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lazily decoded view of a large {@code .BTF} section, such as a kernel's. It keeps the offset of each type and a
 * table of name hashes, about a quarter of the size of the section, and decodes a type when it is requested. For a few
 * types of many this takes a tenth of the time and memory of a {@link Btf}.
 *
 * <p>Ids and exceptions are those of {@link Btf}, but each type is validated on its own: references and nesting are not
 * checked. Thread-safe.
 */
public final class BtfIndex {

    private static final int LEAST_HEADER = 24;
    private static final int TYPES = 8;
    private static final int STRINGS = 16;
    private static final int COMMON = 12;

    /**
     * The number of types that one call handles while the index is built. A JVM that has just started compiles a method
     * after some hundred calls, but one that loops only after tens of thousands of rounds, half of a kernel's types.
     */
    private static final int BLOCK = 32;

    /** The maximum number of decoded types in the cache. */
    private static final int MOST_DECODED = 4_096;

    private final SectionBytes section;
    private final ByteBuffer bytes;
    private final @Nullable BtfIndex base;
    private final int typesEnd;
    private final int stringsAt;
    private final int firstId;
    private final int firstString;
    private final int stringsLength;

    /** The offset of each type. */
    private final int[] offsets;

    /** For each hash bucket, the index in {@link #offsets} of its last type, plus one; 0 if it is empty. */
    private final int[] heads;

    /** For each type, the previous type of the same bucket, in the same encoding. */
    private final int[] previous;

    private final Map<Integer, BtfType> decoded = new ConcurrentHashMap<>();

    /** 0 until it is asked for. */
    private volatile int pointerSize;

    private BtfIndex(String name, ByteBuffer content, @Nullable BtfIndex base) {
        this.section = SectionBytes.read(name, ".BTF", content, LEAST_HEADER);
        this.bytes = content.slice().order(section.order());
        this.base = base;
        this.firstId = base == null ? 1 : base.typeCount();
        this.firstString = base == null ? 0 : base.firstString + base.stringsLength;
        int typesAt = section.partStart(TYPES, "type section");
        this.typesEnd = typesAt + section.partLength(TYPES);
        this.stringsAt = section.partStart(STRINGS, "string section");
        this.stringsLength = section.partLength(STRINGS);
        if (stringsLength > 0 && bytes.get(stringsAt + stringsLength - 1) != 0) {
            throw section.at(stringsAt + stringsLength - 1L, "last string has no end");
        }
        byte[] copy = new byte[bytes.limit()];
        bytes.get(0, copy);
        ByteBuffer heap = ByteBuffer.wrap(copy).order(section.order());
        this.offsets = offsets(heap, typesAt);
        this.heads = new int[Math.max(Integer.highestOneBit(Math.max(offsets.length, 1)), 16)];
        this.previous = new int[offsets.length];
        hashNames(heap, copy);
    }

    /**
     * Reads BTF without a base.
     *
     * @param name the name used in error messages
     * @param bytes from position to limit; not copied, so it must not be modified while in use
     * @throws LinkException with {@link Problem#BTF_INVALID} if it is invalid
     */
    public static BtfIndex read(String name, ByteBuffer bytes) {
        return new BtfIndex(name, bytes, null);
    }

    /** Reads split BTF, as {@link #read(String, ByteBuffer)}. */
    public static BtfIndex read(String name, ByteBuffer bytes, BtfIndex base) {
        return new BtfIndex(name, bytes, base);
    }

    private int[] offsets(ByteBuffer heap, int typesAt) {
        int[] found = new int[Math.max((typesEnd - typesAt) / (2 * COMMON), 16) + BLOCK + 1];
        found[0] = typesAt;
        int count = 0;
        while (found[count] < typesEnd) {
            if (count + BLOCK >= found.length) {
                found = Arrays.copyOf(found, found.length + found.length / 2 + BLOCK);
            }
            count = addBlock(heap, found, count);
        }
        if (found[count] != typesEnd) {
            throw section.at(found[count - 1], "type " + (firstId + count - 1) + " ends beyond the type section");
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Adds the offsets of a block of types.
     *
     * @param found the offsets, and after the last one the end of its type
     * @param first the number of types so far
     * @return the new number of types
     */
    private int addBlock(ByteBuffer heap, int[] found, int first) {
        int count = first;
        while (count < first + BLOCK && found[count] < typesEnd) {
            int at = found[count];
            if (typesEnd - at < COMMON) {
                throw section.at(at, "type " + (firstId + count) + " ends beyond the type section");
            }
            found[count + 1] = at + COMMON + sizeBehind(heap.getInt(at + 4), firstId + count, at);
            count++;
        }
        return count;
    }

    /** The size in bytes of the kind-specific data that follows the common part of a type. */
    private int sizeBehind(int info, int id, int at) {
        int count = info & 0xffff;
        return switch (info >>> 24 & 0x1f) {
            case 1, 14, 17 -> 4;
            case 3 -> 12;
            case 4, 5, 15, 19 -> count * 12;
            case 6, 13 -> count * 8;
            case 2, 7, 8, 9, 10, 11, 12, 16, 18 -> 0;
            default -> throw section.at(at + 4L, "type " + id + " is of unknown kind " + (info >>> 24 & 0x1f));
        };
    }

    private void hashNames(ByteBuffer heap, byte[] copy) {
        for (int from = 0; from < offsets.length; from += BLOCK) {
            hashBlock(heap, copy, from, Math.min(from + BLOCK, offsets.length));
        }
    }

    private void hashBlock(ByteBuffer heap, byte[] copy, int from, int to) {
        int mask = heads.length - 1;
        for (int i = from; i < to; i++) {
            int name = heap.getInt(offsets[i]);
            if (name != 0) {
                int at = stringAt(name);
                int slot = (at >= 0 ? essentialHash(copy, at) : hashInBase(name)) & mask;
                previous[i] = heads[slot];
                heads[slot] = i + 1;
            }
        }
    }

    /** The index of a string in these bytes; -1 if the string belongs to the base. */
    private int stringAt(int offset) {
        int own = offset - firstString;
        if (own >= 0 && own < stringsLength) {
            return stringsAt + own;
        }
        if (own >= 0 || offset < 0 || base == null) {
            throw section.at(0, "name at " + Integer.toUnsignedString(offset) + " lies outside the strings");
        }
        return -1;
    }

    private int hashInBase(int offset) {
        byte[] name = nameOf(offset).getBytes(StandardCharsets.UTF_8);
        return essentialHash(Arrays.copyOf(name, name.length + 1), 0);
    }

    /**
     * The hash of a name without its flavour, the suffix after the last three underscores that have another character
     * on both sides ({@code task_struct___old}).
     */
    private static int essentialHash(byte[] text, int start) {
        int hash = 0;
        int before = 0;
        int essential = 0;
        boolean hasFlavour = false;
        int underscores = 0;
        for (int at = start; text[at] != 0; at++) {
            if (text[at] == '_') {
                before = underscores++ == 0 ? hash : before;
            } else {
                if (underscores == 3 && at > start + 3) {
                    essential = before;
                    hasFlavour = true;
                }
                underscores = 0;
            }
            hash = 31 * hash + text[at];
        }
        return spread(hasFlavour ? essential : hash);
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    /** The name used in error messages. */
    public String name() {
        return section.input();
    }

    /** As {@link Btf#firstId()}. */
    public int firstId() {
        return firstId;
    }

    /** As {@link Btf#typeCount()}. */
    public int typeCount() {
        return firstId + offsets.length;
    }

    /**
     * The type of an id, {@link BtfType.Void} for 0.
     *
     * @throws IndexOutOfBoundsException if there is no such type
     * @throws LinkException with {@link Problem#BTF_INVALID} if its encoding is invalid
     */
    public BtfType type(int id) {
        if (id < firstId) {
            return base == null ? voidType(id) : base.type(id);
        }
        int at = offsets[id - firstId];
        BtfType known = decoded.get(id);
        if (known != null) {
            return known;
        }
        BtfType type = new TypeReader(section, at, typesEnd, id, new Strings()).readOne(at);
        if (decoded.size() >= MOST_DECODED) {
            decoded.clear();
        }
        decoded.put(id, type);
        return type;
    }

    /** As {@link Btf#pointerSize()}. */
    public int pointerSize() {
        if (base != null) {
            return base.pointerSize();
        }
        int known = pointerSize;
        if (known == 0) {
            known = PointerSize.of(this);
            pointerSize = known;
        }
        return known;
    }

    private static BtfType voidType(int id) {
        if (id != 0) {
            throw new IndexOutOfBoundsException(id);
        }
        return new BtfType.Void();
    }

    /**
     * The ids of the types of this section, without those of its base, whose name without flavour is {@code
     * essentialName}, in ascending order.
     *
     * @param essentialName not empty
     */
    public int[] ofEssentialName(String essentialName) {
        byte[] name = essentialName.getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        for (byte each : name) {
            hash = 31 * hash + each;
        }
        int[] found = new int[4];
        int count = 0;
        for (int i = heads[spread(hash) & heads.length - 1]; i != 0; i = previous[i - 1]) {
            if (isEssential(nameOf(bytes.getInt(offsets[i - 1])), essentialName)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = firstId + i - 1;
            }
        }
        int[] ascending = new int[count];
        for (int i = 0; i < count; i++) {
            ascending[i] = found[count - 1 - i];
        }
        return ascending;
    }

    private static boolean isEssential(String name, String essential) {
        return name.startsWith(essential) && essentialLength(name) == essential.length();
    }

    private static int essentialLength(String name) {
        for (int at = name.length() - 5; at >= 0; at--) {
            if (name.charAt(at) != '_' && name.startsWith("___", at + 1) && name.charAt(at + 4) != '_') {
                return at + 1;
            }
        }
        return name.length();
    }

    /** The first type of this section, without those of its base, with exactly that name and kind. */
    public OptionalInt find(String name, BtfKind kind) {
        for (int id : ofEssentialName(name.substring(0, essentialLength(name)))) {
            int at = offsets[id - firstId];
            if ((bytes.getInt(at + 4) >>> 24 & 0x1f) == kind.code()
                    && nameOf(bytes.getInt(at)).equals(name)) {
                return OptionalInt.of(id);
            }
        }
        return OptionalInt.empty();
    }

    private String nameOf(int offset) {
        int at = stringAt(offset);
        if (at < 0) {
            return Objects.requireNonNull(base).nameOf(offset);
        }
        int end = at;
        while (bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - at];
        bytes.get(at, text);
        return StringCodec.decode(text, 0, text.length);
    }

    private final class Strings implements TypeReader.Names {

        @Override
        public @Nullable String at(int offset) {
            return offset == 0 ? "" : nameOf(offset);
        }

        @Override
        public boolean overlap() {
            return false;
        }
    }
}
