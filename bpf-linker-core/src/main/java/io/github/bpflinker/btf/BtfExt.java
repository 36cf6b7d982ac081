package io.github.bpflinker.btf;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The content of a {@code .BTF.ext} section: function, line and CO-RE relocation records, grouped by the ELF section
 * that they describe. Type ids refer to the {@link Btf} of the same object.
 */
public record BtfExt(
        List<Section<FuncInfo>> functions, List<Section<LineInfo>> lines, List<Section<CoreRelocation>> relocations) {

    public BtfExt {
        functions = List.copyOf(functions);
        lines = List.copyOf(lines);
        relocations = List.copyOf(relocations);
    }

    /** A record about one instruction. */
    public sealed interface Entry permits FuncInfo, LineInfo, CoreRelocation {
        /** The offset of the instruction from the start of its section, in bytes. */
        long offset();
    }

    /**
     * The entries of one section of the object.
     *
     * @param name of the ELF section
     */
    public record Section<T extends Entry>(String name, List<T> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A {@code func_info} record: the function that starts at an instruction.
     *
     * @param type the id of its {@link BtfType.Func}
     */
    public record FuncInfo(long offset, int type) implements Entry {}

    /**
     * A {@code line_info} record: the source line of an instruction.
     *
     * @param file its path as the compiler recorded it
     * @param text the source line, empty if the compiler could not read it
     * @param line counted from 1
     * @param column counted from 1, at most 1023; 0 if there is none
     */
    public record LineInfo(long offset, String file, String text, int line, int column) implements Entry {
        static final int MAX_LINE = 0x3f_ffff;
        static final int MAX_COLUMN = 0x3ff;

        public LineInfo {
            EncodingLimits.between(line, 0, MAX_LINE, "line");
            EncodingLimits.between(column, 0, MAX_COLUMN, "column");
        }
    }

    /** An instance without records. */
    public static BtfExt empty() {
        return new BtfExt(List.of(), List.of(), List.of());
    }

    /**
     * Returns a copy with the type ids replaced. Strings are held by value and stay as they are.
     *
     * @throws IllegalArgumentException if a referenced type was dropped
     */
    public BtfExt remap(IdMap ids) {
        return new BtfExt(
                map(functions, f -> new FuncInfo(f.offset(), ids.kept(f.type()))),
                lines,
                map(relocations, r -> new CoreRelocation(r.offset(), ids.kept(r.type()), r.access(), r.kind())));
    }

    private static <T extends Entry> List<Section<T>> map(List<Section<T>> sections, UnaryOperator<T> change) {
        return sections.stream()
                .map(s ->
                        new Section<>(s.name(), s.entries().stream().map(change).toList()))
                .toList();
    }
}
