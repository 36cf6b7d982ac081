package io.github.bpflinker.btf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Encodes {@code .BTF.ext}. */
final class BtfExtWriter {

    private static final int HEADER_LENGTH = 32;
    private static final int FUNCTION_SIZE = 8;
    private static final int LINE_SIZE = 16;
    private static final int RELOCATION_SIZE = 16;

    private final ByteOrder order;
    private final BtfStringsBuilder strings;

    BtfExtWriter(ByteOrder order, BtfStringsBuilder strings) {
        this.order = order;
        this.strings = strings;
    }

    byte[] write(BtfExt ext) {
        int functions = length(ext.functions(), FUNCTION_SIZE);
        int lines = length(ext.lines(), LINE_SIZE);
        int relocations = length(ext.relocations(), RELOCATION_SIZE);
        int linesAt = functions;
        int relocationsAt = Math.addExact(linesAt, lines);
        int size = Math.addExact(HEADER_LENGTH, Math.addExact(relocationsAt, relocations));
        ByteBuffer out = ByteBuffer.allocate(size).order(order);
        out.putShort((short) SectionBytes.MAGIC)
                .put((byte) SectionBytes.VERSION)
                .put((byte) 0);
        out.putInt(HEADER_LENGTH);
        out.putInt(0).putInt(functions);
        out.putInt(linesAt).putInt(lines);
        out.putInt(relocationsAt).putInt(relocations);
        part(out, ext.functions(), FUNCTION_SIZE);
        part(out, ext.lines(), LINE_SIZE);
        part(out, ext.relocations(), RELOCATION_SIZE);
        return out.array();
    }

    private static <T extends BtfExt.Entry> int length(List<BtfExt.Section<T>> sections, int recordSize) {
        int length = sections.isEmpty() ? 0 : 4;
        for (BtfExt.Section<T> section : sections) {
            int records = Math.multiplyExact(section.entries().size(), recordSize);
            length = Math.addExact(length, Math.addExact(8, records));
        }
        return length;
    }

    private <T extends BtfExt.Entry> void part(ByteBuffer out, List<BtfExt.Section<T>> sections, int recordSize) {
        if (sections.isEmpty()) {
            return;
        }
        out.putInt(recordSize);
        for (BtfExt.Section<T> section : sections) {
            out.putInt(strings.offset(section.name())).putInt(section.entries().size());
            for (T entry : section.entries()) {
                entry(out, entry);
            }
        }
    }

    private void entry(ByteBuffer out, BtfExt.Entry entry) {
        out.putInt((int) entry.offset());
        if (entry instanceof BtfExt.FuncInfo function) {
            out.putInt(function.type());
        } else if (entry instanceof BtfExt.LineInfo line) {
            out.putInt(strings.offset(line.file())).putInt(strings.offset(line.text()));
            out.putInt(line.line() << 10 | line.column());
        } else if (entry instanceof CoreRelocation relocation) {
            out.putInt(relocation.type()).putInt(strings.offset(relocation.access()));
            out.putInt(relocation.kind().code());
        }
    }
}
