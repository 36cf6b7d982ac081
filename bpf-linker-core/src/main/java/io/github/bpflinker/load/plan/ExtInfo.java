package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.image.BtfImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The raw records of {@code .BTF.ext}, which are passed to the kernel. Only the instruction offset at the start of each
 * record is interpreted.
 */
final class ExtInfo {

    private static final int MAGIC = 0xeb9f;
    private static final int LEAST_HEADER = 24;
    private static final int CORE_FIELD = 24;
    /** In the header of .BTF. */
    private static final int STRINGS_LENGTH = 20;

    private static final int SECTION_HEADER = 8;
    private static final int COLUMN_BITS = 10;

    /** The records of one kind for a section of the object. */
    private record Run(String section, int start, int count) {}

    /** One of the three parts. */
    private static final class Part {
        private int recordSize;
        private final List<Run> runs = new ArrayList<>();
    }

    private final ObjectFile object;
    private final ByteBuffer bytes;
    private final Btf types;
    private final BtfImage strings;
    private final int stringsLength;
    private final Part functions;
    private final Part lines;
    private final Part core;

    private ExtInfo(ObjectFile object, PlanningBtf btf, ByteBuffer bytes, int stringsLength) {
        this.object = object;
        this.bytes = bytes;
        this.types = btf.types();
        this.strings = btf.image();
        this.stringsLength = stringsLength;
        int headerLength = header();
        functions = part(headerLength, 8, 8, "func_info");
        lines = part(headerLength, 16, 16, "line_info");
        core = headerLength >= CORE_FIELD + 8 ? part(headerLength, CORE_FIELD, 16, "core_relo") : new Part();
    }

    /** Reads the section of an object; null if there is none. */
    static @Nullable ExtInfo of(ObjectFile object, @Nullable PlanningBtf btf) {
        ElfSection section = object.section(".BTF.ext").orElse(null);
        ElfSection btfSection = object.section(".BTF").orElse(null);
        if (section == null || btf == null || btfSection == null) {
            return null;
        }
        int stringsLength =
                btfSection.content().slice().order(object.elf().order()).getInt(STRINGS_LENGTH);
        return new ExtInfo(
                object, btf, section.content().slice().order(object.elf().order()), stringsLength);
    }

    private int header() {
        if (bytes.limit() < LEAST_HEADER || Short.toUnsignedInt(bytes.getShort(0)) != MAGIC) {
            throw invalid("ends within its header or does not start with the magic of BTF");
        }
        int length = bytes.getInt(4);
        if (length < LEAST_HEADER || length > bytes.limit()) {
            throw invalid("has a header of " + Integer.toUnsignedString(length) + " bytes");
        }
        return length;
    }

    private Part part(int headerLength, int field, int leastRecord, String what) {
        Part part = new Part();
        long start = headerLength + Integer.toUnsignedLong(bytes.getInt(field));
        long length = Integer.toUnsignedLong(bytes.getInt(field + 4));
        if (length == 0) {
            return part;
        }
        if (length < 4 || start % 4 != 0 || start + length > bytes.limit()) {
            throw invalid(what + " lies outside of it");
        }
        int end = (int) (start + length);
        int at = (int) start;
        part.recordSize = bytes.getInt(at);
        if (part.recordSize < leastRecord || part.recordSize % 4 != 0 || part.recordSize > length) {
            throw invalid(what + " has records of " + Integer.toUnsignedString(part.recordSize) + " bytes");
        }
        at += 4;
        while (at < end) {
            if (end - at < SECTION_HEADER) {
                throw invalid(what + " ends within the header of a section");
            }
            String section = string(bytes.getInt(at), what);
            long count = Integer.toUnsignedLong(bytes.getInt(at + 4));
            at += SECTION_HEADER;
            if (count == 0 || count * part.recordSize > end - at) {
                throw invalid(what + " has " + count + " records for a section, which do not fit");
            }
            part.runs.add(new Run(section, at, (int) count));
            at += (int) count * part.recordSize;
        }
        return part;
    }

    private String string(int offset, String what) {
        if (offset < 0 || offset >= stringsLength) {
            throw invalid(what + " names a string outside of .BTF");
        }
        return strings.string(offset);
    }

    private PlanException invalid(String reason) {
        return object.malformed("its .BTF.ext " + reason);
    }

    int functionInfoSize() {
        return functions.recordSize;
    }

    int lineInfoSize() {
        return lines.recordSize;
    }

    /** The records of a function, with offsets in instructions from its start; empty if there are none. */
    Bytes functionInfo(String section, int start, int length) {
        return records(functions, section, start, length);
    }

    Bytes lineInfo(String section, int start, int length) {
        return records(lines, section, start, length);
    }

    /** Finds records by libbpf's rules: contiguous, and only in the first run of that section. */
    private Bytes records(Part part, String section, int start, int length) {
        for (Run run : part.runs) {
            if (!run.section().equals(section)) {
                continue;
            }
            int first = -1;
            int end = -1;
            for (int i = 0; i < run.count(); i++) {
                int at = run.start() + i * part.recordSize;
                int unit = bytes.getInt(at) >>> 3;
                if (unit < start) {
                    continue;
                }
                if (unit >= start + length) {
                    break;
                }
                first = first < 0 ? at : first;
                end = at + part.recordSize;
            }
            return first < 0 ? Bytes.empty() : rebased(part, first, end, start);
        }
        return Bytes.empty();
    }

    private Bytes rebased(Part part, int first, int end, int start) {
        byte[] copy = new byte[end - first];
        bytes.get(first, copy);
        ByteBuffer records = ByteBuffer.wrap(copy).order(bytes.order());
        for (int at = 0; at < copy.length; at += part.recordSize) {
            records.putInt(at, (records.getInt(at) >>> 3) - start);
        }
        return Bytes.wrap(copy);
    }

    /** A consumer of CO-RE relocations. */
    interface CoreRecord {
        /**
         * Takes one relocation.
         *
         * @param offset in bytes from the start of the section
         * @param sequence the index of the relocation
         */
        void accept(String section, long offset, int type, String access, int kind, int sequence);
    }

    void forEachCore(CoreRecord taker) {
        int sequence = 0;
        for (Run run : core.runs) {
            for (int i = 0; i < run.count(); i++) {
                int at = run.start() + i * core.recordSize;
                long offset = Integer.toUnsignedLong(bytes.getInt(at));
                int type = bytes.getInt(at + 4);
                if (type < 0 || type >= types.typeCount()) {
                    throw invalid(
                            "core_relo refers to type " + Integer.toUnsignedString(type) + " of " + types.typeCount());
                }
                if (offset % Instruction.SIZE != 0) {
                    throw invalid("core_relo is about the middle of an instruction, offset " + offset);
                }
                taker.accept(
                        run.section(),
                        offset,
                        type,
                        string(bytes.getInt(at + 8), "core_relo"),
                        bytes.getInt(at + 12),
                        sequence++);
            }
        }
    }

    /** The source line of an instruction, for messages. */
    Optional<SourceLocation> line(String section, int functionStart, long offset) {
        Optional<SourceLocation> found = Optional.empty();
        for (Run run : lines.runs) {
            if (!run.section().equals(section)) {
                continue;
            }
            for (int i = 0; i < run.count(); i++) {
                int at = run.start() + i * lines.recordSize;
                long place = Integer.toUnsignedLong(bytes.getInt(at));
                if (place > offset) {
                    break;
                }
                int lineAndColumn = bytes.getInt(at + 12);
                if (place >= (long) functionStart * Instruction.SIZE && lineAndColumn >>> COLUMN_BITS > 0) {
                    found = Optional.of(new SourceLocation(
                            string(bytes.getInt(at + 4), "line_info"),
                            lineAndColumn >>> COLUMN_BITS,
                            lineAndColumn & ((1 << COLUMN_BITS) - 1)));
                }
            }
        }
        return found;
    }
}
