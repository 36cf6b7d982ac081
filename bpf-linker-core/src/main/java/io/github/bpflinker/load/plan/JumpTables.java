package io.github.bpflinker.load.plan;

import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The referenced tables of {@code .jumptables} ({@code create_jt_map}). */
final class JumpTables {

    private static final int ENTRY_SIZE = 8;

    private final List<JumpTable> tables = new ArrayList<>();
    private final Map<Long, Integer> byOffset = new HashMap<>();

    /** Thrown for an invalid table. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1L;

        Contradiction(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /** Returns the index of the table of a symbol. */
    int add(ElfSymbol symbol, ElfSection section) throws Contradiction {
        @Nullable Integer known = byOffset.get(symbol.value());
        if (known != null) {
            return known;
        }
        if (symbol.value() % ENTRY_SIZE != 0 || symbol.size() % ENTRY_SIZE != 0) {
            throw new Contradiction("a jump table that is no whole number of entries of 8 bytes");
        }
        ByteBuffer content = section.content();
        if (symbol.value() < 0
                || symbol.size() < 0
                || symbol.value() > content.remaining()
                || symbol.size() > content.remaining() - symbol.value()) {
            throw new Contradiction("a jump table that reaches beyond its section");
        }
        List<Long> targets = new ArrayList<>();
        int start = content.position() + (int) symbol.value();
        for (int at = 0; at < symbol.size(); at += ENTRY_SIZE) {
            targets.add(content.getLong(start + at) / Instruction.SIZE);
        }
        String name = symbol.name().isEmpty() ? section.name() + "+" + symbol.value() : symbol.name();
        byOffset.put(symbol.value(), tables.size());
        tables.add(new JumpTable(name, targets));
        return tables.size() - 1;
    }

    List<JumpTable> tables() {
        return tables;
    }
}
