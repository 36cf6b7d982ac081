package io.github.bpflinker.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the identification block of bitcode, which names its producer. LLVM's C API has no function for this. */
final class IdentificationBlock {

    /** {@code IDENTIFICATION_BLOCK_ID}. */
    static final int ID = 13;

    /** The maximum size in bytes. Compilers write some 20 bytes; a much larger block is malicious and slow to read. */
    private static final int MAX_SIZE = 4096;

    private static final int STRING_RECORD = 1;
    private static final int END_BLOCK = 0;
    private static final int ENTER_SUBBLOCK = 1;
    private static final int DEFINE_ABBREV = 2;
    private static final int UNABBREV_RECORD = 3;

    private IdentificationBlock() {}

    /** The producer named in {@code block}; empty if there is none. */
    static Optional<Producer> producer(BitcodeBlock block, BitstreamReader stream) {
        if (block.id() != ID || block.size() > MAX_SIZE) {
            return Optional.empty();
        }
        List<Abbreviation> abbreviations = new ArrayList<>();
        while (stream.remaining() > 0) {
            int code = (int) stream.fixed(block.abbreviationWidth());
            if (code == END_BLOCK) {
                break;
            } else if (code == ENTER_SUBBLOCK) {
                throw stream.invalid("has a block within its identification block");
            } else if (code == DEFINE_ABBREV) {
                abbreviations.add(Abbreviation.define(stream));
            } else {
                List<Long> record = record(stream, code, abbreviations);
                if (record.get(0) == STRING_RECORD) {
                    return Optional.of(Producer.of(text(record)));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Long> record(BitstreamReader stream, int code, List<Abbreviation> abbreviations) {
        if (code == UNABBREV_RECORD) {
            return unabbreviated(stream);
        }
        int index = code - UNABBREV_RECORD - 1;
        if (index >= abbreviations.size()) {
            throw stream.invalid("uses abbreviation " + code + " before it is defined");
        }
        return abbreviations.get(index).record(stream);
    }

    private static List<Long> unabbreviated(BitstreamReader stream) {
        List<Long> values = new ArrayList<>();
        values.add(stream.vbr(6));
        long count = stream.vbr(6);
        for (long i = 0; i < count; i++) {
            values.add(stream.vbr(6));
        }
        return values;
    }

    private static String text(List<Long> record) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        record.subList(1, record.size()).forEach(value -> text.write(value.intValue()));
        return text.toString(StandardCharsets.UTF_8);
    }
}
