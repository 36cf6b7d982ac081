package io.github.bpflinker.btf;

import org.jspecify.annotations.Nullable;

/**
 * A string section as it was read. Offsets of split BTF start in the section of its base. Since a small hostile section
 * can give millions of overlapping strings, what is decoded in all is limited in proportion to its size.
 */
final class BtfStrings {

    private static final int MAX_SHARING = 16;
    private static final int MIN_BUDGET = 1 << 16;

    private final @Nullable BtfStrings base;
    private final int start;
    private final byte[] bytes;

    BtfStrings(@Nullable BtfStrings base, byte[] bytes) {
        this.base = base;
        this.start = base == null ? 0 : base.end();
        this.bytes = bytes;
    }

    /** The first offset beyond it. */
    int end() {
        return start + bytes.length;
    }

    @Nullable
    BtfStrings base() {
        return base;
    }

    int start() {
        return start;
    }

    byte[] bytes() {
        return bytes;
    }

    Decoder decoder() {
        return new Decoder(this);
    }

    /** Decodes strings, each once. Not thread-safe. */
    static final class Decoder implements TypeReader.Names {

        private final BtfStrings table;
        private final @Nullable Decoder base;
        private final @Nullable String[] known;
        private long budget;

        private Decoder(BtfStrings table) {
            this.table = table;
            this.base = table.base == null ? null : table.base.decoder();
            this.known = new @Nullable String[table.bytes.length];
            this.budget = (long) table.bytes.length * MAX_SHARING + MIN_BUDGET;
        }

        /** The string at {@code offset}; null if there is none, or if strings {@link #overlap() overlap} too often. */
        @Override
        public @Nullable String at(int offset) {
            if (offset == 0) {
                return "";
            }
            if (base != null && offset >= 0 && offset < table.start) {
                return base.at(offset);
            }
            if (offset < 0 || offset >= table.end()) {
                return null;
            }
            int index = offset - table.start;
            String string = known[index];
            if (string == null) {
                string = decode(index);
                known[index] = string;
            }
            return string;
        }

        /** Whether strings share so many bytes that no more will be decoded. */
        @Override
        public boolean overlap() {
            return budget < 0 || (base != null && base.overlap());
        }

        private @Nullable String decode(int from) {
            byte[] bytes = table.bytes;
            int to = from;
            while (bytes[to] != 0) {
                to++;
            }
            budget -= to - from;
            return budget < 0 ? null : StringCodec.decode(bytes, from, to);
        }
    }
}
