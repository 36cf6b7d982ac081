package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks up the source lines of instructions in {@code .BTF.ext}. */
final class SourceLines {

    private final Map<String, TreeMap<Long, SourceLocation>> bySection = new HashMap<>();

    SourceLines(Optional<BtfFile> btf) {
        btf.flatMap(BtfFile::ext).ifPresent(ext -> {
            for (BtfExt.Section<BtfExt.LineInfo> section : ext.lines()) {
                TreeMap<Long, SourceLocation> lines = bySection.computeIfAbsent(section.name(), s -> new TreeMap<>());
                for (BtfExt.LineInfo line : section.entries()) {
                    if (line.line() > 0) {
                        lines.put(line.offset(), new SourceLocation(line.file(), line.line(), line.column()));
                    }
                }
            }
        });
    }

    /** The instruction at {@code offset} in the section of {@code function}, with its source line. */
    UseSite place(BpfFunction function, long offset) {
        return new UseSite(function.name(), function.section().name(), OptionalLong.of(offset), at(function, offset));
    }

    private @Nullable SourceLocation at(BpfFunction function, long offset) {
        @Nullable
        TreeMap<Long, SourceLocation> lines = bySection.get(function.section().name());
        if (lines == null) {
            return null;
        }
        Map.@Nullable Entry<Long, SourceLocation> line = lines.floorEntry(offset);
        return line == null || line.getKey() < function.offset() ? null : line.getValue();
    }
}
