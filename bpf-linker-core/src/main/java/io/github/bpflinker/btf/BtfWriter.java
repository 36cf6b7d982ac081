package io.github.bpflinker.btf;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code .BTF} and {@code .BTF.ext} sections in the byte order of the model. The output is deterministic, and
 * reading it gives an equal model.
 */
public final class BtfWriter {

    private static final int HEADER_LENGTH = 24;

    private BtfWriter() {}

    /**
     * The two sections of an object.
     *
     * @param btf content of {@code .BTF}
     * @param ext content of {@code .BTF.ext}
     */
    public record Sections(ByteBuffer btf, ByteBuffer ext) {
        public Sections {
            btf = btf.asReadOnlyBuffer();
            ext = ext.asReadOnlyBuffer();
        }

        @Override
        public ByteBuffer btf() {
            return btf.duplicate();
        }

        @Override
        public ByteBuffer ext() {
            return ext.duplicate();
        }
    }

    /**
     * The content of a {@code .BTF} section. Split BTF uses string offsets of its base as the base was read or, if it
     * was not read, as this class would write it.
     */
    public static byte[] write(Btf btf) {
        BtfStringsBuilder strings = stringsFor(btf);
        byte[] types = new TypeWriter(btf, strings).write();
        return assemble(btf, types, strings.build());
    }

    /** The content of both sections; {@code .BTF.ext} keeps its strings in {@code .BTF}. */
    public static Sections write(Btf btf, BtfExt ext) {
        BtfStringsBuilder strings = stringsFor(btf);
        byte[] types = new TypeWriter(btf, strings).write();
        byte[] extBytes = new BtfExtWriter(btf.order(), strings).write(ext);
        return new Sections(ByteBuffer.wrap(assemble(btf, types, strings.build())), ByteBuffer.wrap(extBytes));
    }

    /** The string section that split BTF with the base {@code btf} continues. */
    static BtfStrings stringsOf(Btf btf) {
        BtfStrings read = btf.strings();
        if (read != null) {
            return read;
        }
        BtfStringsBuilder strings = stringsFor(btf);
        new TypeWriter(btf, strings).write();
        return strings.build();
    }

    private static BtfStringsBuilder stringsFor(Btf btf) {
        @Nullable BtfStrings base = btf.base().map(BtfWriter::stringsOf).orElse(null);
        return new BtfStringsBuilder(base);
    }

    private static byte[] assemble(Btf btf, byte[] types, BtfStrings table) {
        byte[] strings = table.bytes();
        int size = Math.addExact(Math.addExact(HEADER_LENGTH, types.length), strings.length);
        return ByteBuffer.allocate(size)
                .order(btf.order())
                .putShort((short) SectionBytes.MAGIC)
                .put((byte) SectionBytes.VERSION)
                .put((byte) 0)
                .putInt(HEADER_LENGTH)
                .putInt(0)
                .putInt(types.length)
                .putInt(types.length)
                .putInt(strings.length)
                .put(types)
                .put(strings)
                .array();
    }
}
