package io.github.bpflinker.btf;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a {@code .BTF.ext} section says about code: functions, source lines and CO-RE relocations, by section of the
 * object. Ids are those of the {@link Btf} beside it.
 */
public record BtfExt(
        List<Section<FuncInfo>> functions, List<Section<LineInfo>> lines, List<Section<CoreRelocation>> relocations) {

    public BtfExt {
        functions = List.copyOf(functions);
        lines = List.copyOf(lines);
        relocations = List.copyOf(relocations);
    }

    /** Something said about an instruction. */
    public sealed interface Entry permits FuncInfo, LineInfo, CoreRelocation {
        /** Of the instruction from the start of its section, in bytes. */
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
     * Which function starts at an instruction.
     *
     * @param type the id of its {@link BtfType.Func}
     */
    public record FuncInfo(long offset, int type) implements Entry {}

    /**
     * Which source line an instruction comes from.
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

    /** One that says nothing. */
    public static BtfExt empty() {
        return new BtfExt(List.of(), List.of(), List.of());
    }

    /**
     * The same for BTF whose types were renumbered. Strings need no map: the model holds them by value.
     *
     * @throws IllegalArgumentException if a type that is referred to was dropped
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
