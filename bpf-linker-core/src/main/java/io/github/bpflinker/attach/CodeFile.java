package io.github.bpflinker.attach;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSegment;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.text.NearestNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program or library, as far as probes need it: where its functions begin in the file. */
final class CodeFile {

    private static final int VERSIONS = 0x6fffffff;
    private static final int HIDDEN = 0x8000;

    private final Path path;
    private final ElfFile elf;
    private final List<ElfSegment> segments;

    private CodeFile(Path path, ElfFile elf) {
        this.path = path;
        this.elf = elf;
        this.segments = elf.segments();
    }

    /** @throws AttachException if it can't be read, or is no ELF file */
    static CodeFile read(Path path) {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer content = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            return new CodeFile(path, ElfFile.read(path.toString(), content));
        } catch (IOException | LinkException e) {
            AttachException failure = AttachException.unsuitable("the functions of " + path + " can't be read: "
                    + e.getMessage() + "; name a program or library in ELF that this process can read");
            failure.initCause(e);
            throw failure;
        }
    }

    ElfFile elf() {
        return elf;
    }

    List<ElfSegment> segments() {
        return segments;
    }

    Path path() {
        return path;
    }

    /**
     * Where a function begins in the file.
     *
     * @throws AttachException if there is none of that name; it names the nearest ones
     */
    long offsetOf(String function) {
        NavigableMap<String, Long> functions = functions();
        @Nullable Long offset = functions.get(function);
        if (offset == null) {
            List<String> near = NearestNames.of(function, functions.keySet(), 3);
            throw AttachException.unsuitable(path + " has no function '" + function + "'"
                    + (near.isEmpty()
                            ? "; see nm -D " + path + ", or probe an offset, as names of static functions are stripped"
                            : "; did you mean " + String.join(" or ", near) + "?"));
        }
        return offset;
    }

    /** Those functions whose names match a pattern in which {@code *} and {@code ?} stand for any text and character. */
    Map<String, Long> matching(String pattern) {
        Pattern wanted = pattern(pattern);
        NavigableMap<String, Long> functions = functions();
        functions.keySet().removeIf(name -> !wanted.matcher(name).matches());
        return functions;
    }

    static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString());
    }

    /** Names and offsets of functions; those of the symbol table go before those for dynamic linking. */
    private NavigableMap<String, Long> functions() {
        NavigableMap<String, Long> functions = new TreeMap<>();
        try {
            List<Boolean> hidden = hidden();
            List<ElfSymbol> dynamic = elf.dynamicSymbols();
            for (ElfSymbol symbol : elf.symbols()) {
                add(functions, symbol);
            }
            for (boolean old : new boolean[] {false, true}) {
                for (ElfSymbol symbol : dynamic) {
                    boolean isOld = symbol.index() < hidden.size() && hidden.get(symbol.index());
                    if (isOld == old) {
                        add(functions, symbol);
                    }
                }
            }
        } catch (LinkException e) {
            AttachException failure = AttachException.unsuitable(
                    "the symbols of " + path + " can't be read: " + e.getMessage() + "; probe an offset of the file");
            failure.initCause(e);
            throw failure;
        }
        return functions;
    }

    private void add(Map<String, Long> functions, ElfSymbol symbol) {
        if (symbol.type() == ElfSymbol.Type.FUNC
                && symbol.section() > 0
                && !symbol.name().isEmpty()) {
            segments.stream()
                    .filter(segment -> segment.type() == ElfSegment.LOAD && segment.holds(symbol.value()))
                    .findFirst()
                    .ifPresent(segment -> functions.putIfAbsent(
                            symbol.name(), symbol.value() - segment.address() + segment.offset()));
        }
    }

    /** Which symbols for dynamic linking are of an old version, by {@code .gnu.version}. */
    private List<Boolean> hidden() {
        List<Boolean> hidden = new ArrayList<>();
        for (ElfSection section : elf.sections()) {
            if (section.type() == VERSIONS) {
                ByteBuffer versions = section.content().order(elf.order());
                while (versions.remaining() >= Short.BYTES) {
                    hidden.add((versions.getShort() & HIDDEN) != 0);
                }
            }
        }
        return hidden;
    }

    /** Where an address of memory is in the file; -1 if it is not there. */
    long toOffset(long address) {
        return segments.stream()
                .filter(segment -> segment.type() == ElfSegment.LOAD && segment.holds(address))
                .findFirst()
                .map(segment -> address - segment.address() + segment.offset())
                .orElse(-1L);
    }

    boolean isLittleEndian() {
        return elf.order().equals(ByteOrder.LITTLE_ENDIAN);
    }
}
