package io.github.bpflinker.load.plan;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Looks up the source lines of instructions in line_info. */
public final class InstructionLines {

    private static final int FILE = 4;
    private static final int LINE = 12;
    private static final int COLUMN_BITS = 10;
    private static final int HEADER_LENGTH = 4;
    private static final int STRINGS = 16;

    private InstructionLines() {}

    /**
     * The line of an instruction; empty if there is no debug information.
     *
     * @param at in units of 8 bytes from the start of the function
     */
    public static Optional<SourceLocation> at(LoadPlan plan, PlannedFunction function, int at) {
        int size = plan.btf().map(PlannedBtf::lineInfoSize).orElse(0);
        if (size <= 0) {
            return Optional.empty();
        }
        ByteBuffer lines = function.lineInfo().buffer().order(plan.order());
        int found = -1;
        for (int record = 0; record + size <= lines.limit() && lines.getInt(record) <= at; record += size) {
            found = lines.getInt(record + LINE) >>> COLUMN_BITS > 0 ? record : found;
        }
        if (found < 0) {
            return Optional.empty();
        }
        int position = lines.getInt(found + LINE);
        return Optional.of(new SourceLocation(
                string(plan.btf().orElseThrow().image(), plan.order(), lines.getInt(found + FILE)),
                position >>> COLUMN_BITS,
                position & ((1 << COLUMN_BITS) - 1)));
    }

    private static String string(Bytes image, ByteOrder order, int offset) {
        ByteBuffer bytes = image.buffer().order(order);
        int start = bytes.getInt(HEADER_LENGTH) + bytes.getInt(STRINGS) + offset;
        int end = start;
        while (offset >= 0 && end >= 0 && end < image.size() && image.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[Math.max(0, end - start)];
        for (int i = 0; i < text.length; i++) {
            text[i] = image.get(start + i);
        }
        return new String(text, StandardCharsets.UTF_8);
    }
}
