package io.github.bpflinker.btf;

import org.jspecify.annotations.Nullable;

/**
 * The string section that was read from a file. Offsets of split BTF continue those of its base. The total size of the
 * decoded strings is limited in proportion to the section, because a small malicious section can describe millions of
 * overlapping strings.
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

    /** The first offset after its end. */
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

    /** Decodes and caches strings. Not thread-safe. */
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

        /**
         * The string at {@code offset}; null if the offset is invalid or the {@linkplain #overlap() limit} is exceeded.
         */
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

        /** Whether overlapping strings exceeded the limit, so that no more are decoded. */
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
