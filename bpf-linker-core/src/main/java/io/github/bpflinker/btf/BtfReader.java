package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .BTF} sections of either byte order. A header that is longer than the known one is accepted; unknown
 * kinds and flags are not.
 *
 * <p>A truncated or inconsistent section is a {@link LinkException} with {@link Problem#BTF_INVALID}, whose detail
 * holds the offset in the section and the reason. Allocations are bounded by the size of the input.
 */
public final class BtfReader {

    private static final int LEAST_HEADER = 24;
    private static final int TYPES = 8;
    private static final int STRINGS = 16;

    private BtfReader() {}

    /**
     * Reads BTF without a base.
     *
     * @param name the name used in error messages
     * @param bytes the section, from position to limit
     */
    public static Btf read(String name, ByteBuffer bytes) {
        return read(name, bytes, null);
    }

    /**
     * Reads BTF, split or not.
     *
     * @param name the name used in error messages
     * @param bytes the section, from position to limit
     * @param base the base of split BTF, of the same byte order, read or in the encoding of {@link BtfWriter}; null for
     *     BTF without a base
     */
    public static Btf read(String name, ByteBuffer bytes, @Nullable Btf base) {
        SectionBytes section = SectionBytes.read(name, ".BTF", bytes, LEAST_HEADER);
        if (base != null && !base.order().equals(section.order())) {
            throw section.at(0, section.order() + ", but its base is " + base.order());
        }
        BtfStrings strings = strings(section, base == null ? null : BtfWriter.stringsOf(base));
        int start = section.partStart(TYPES, "type section");
        int length = section.partLength(TYPES);
        if (start % 4 != 0) {
            throw section.at(TYPES, "type section at " + start + " is not aligned to 4 bytes");
        }
        int firstId = base == null ? 1 : base.typeCount();
        TypeReader reader = new TypeReader(section, start, start + length, firstId, strings.decoder());
        List<BtfType> types = reader.readAll();
        Btf btf = new Btf(name, section.order(), base, types, strings);
        ReferenceCheck.check(firstId, btf.typeCount(), btf::type, reader::invalid);
        return btf;
    }

    private static BtfStrings strings(SectionBytes section, @Nullable BtfStrings base) {
        int start = section.partStart(STRINGS, "string section");
        int length = section.partLength(STRINGS);
        if (length == 0 && base != null) {
            return new BtfStrings(base, new byte[0]);
        }
        if (length == 0) {
            throw section.at(STRINGS, "no string section");
        }
        byte[] bytes = section.copy(start, length);
        if (base == null && bytes[0] != 0) {
            throw section.at(start, "string section does not start with an empty string");
        }
        if (bytes[length - 1] != 0) {
            throw section.at(start + length - 1L, "last string has no end");
        }
        return new BtfStrings(base, bytes);
    }
}
