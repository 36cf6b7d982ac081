package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads maps in the sections {@code maps} and {@code maps/…}: {@code struct bpf_map_def} of libbpf before 1.0, with the
 * additional fields of aya and iproute2 (id and pinning).
 */
final class LegacyMaps {

    private static final int LEAST_SIZE = 20;
    private static final int FLAGS = 16;
    private static final int ID = 20;
    private static final int PINNING = 24;
    private static final int KNOWN_SIZE = 28;
    private static final int PIN_BY_NAME = 1;
    /**
     * The name prefix of the struct with the types of key and value, defined by {@code BPF_ANNOTATE_KV_PAIR} of old
     * headers.
     */
    private static final String TYPES_PREFIX = "____btf_map_";

    private final ObjectFile object;
    private final @Nullable PlanningBtf btf;

    LegacyMaps(ObjectFile object, @Nullable PlanningBtf btf) {
        this.object = object;
        this.btf = btf;
    }

    PlannedMap read(ElfSymbol symbol, ElfSection section) {
        String name = symbol.name();
        ByteBuffer content = section.content();
        long size = symbol.size() == 0 ? LEAST_SIZE : symbol.size();
        if (size < LEAST_SIZE) {
            throw bad(symbol, section, "", "its definition has " + size + " bytes, fewer than " + LEAST_SIZE);
        }
        if (symbol.value() < 0 || symbol.value() > content.remaining() || size > content.remaining() - symbol.value()) {
            throw bad(symbol, section, "", "its definition reaches beyond the section");
        }
        ByteBuffer definition = content.slice(content.position() + (int) symbol.value(), (int) size)
                .order(object.elf().order());
        MapShape shape = new MapShape(
                definition.getInt(0),
                definition.getInt(4),
                definition.getInt(8),
                definition.getInt(12),
                definition.getInt(FLAGS),
                0,
                0);
        if (shape.type() == 0) {
            throw bad(symbol, section, "type", "the map has no type");
        }
        Optional<BtfType.Struct> types = types(name, shape);
        return new PlannedMap(
                name,
                name,
                PlannedMap.Kind.LEGACY,
                shape,
                types.map(struct -> struct.members().get(0).type()).orElse(0),
                types.map(struct -> struct.members().get(1).type()).orElse(0),
                Optional.empty(),
                List.of(),
                pinning(symbol, section, definition),
                Bytes.empty(),
                true,
                Optional.empty());
    }

    private boolean pinning(ElfSymbol symbol, ElfSection section, ByteBuffer definition) {
        int id = definition.limit() >= ID + 4 ? definition.getInt(ID) : 0;
        int pinning = definition.limit() >= PINNING + 4 ? definition.getInt(PINNING) : 0;
        for (int at = KNOWN_SIZE; at < definition.limit(); at++) {
            if (definition.get(at) != 0) {
                throw bad(symbol, section, "", "byte " + at + " of its definition is set, which no loader knows");
            }
        }
        if (id != 0 || pinning < 0 || pinning > PIN_BY_NAME) {
            throw bad(
                    symbol,
                    section,
                    id != 0 ? "id" : "pinning",
                    "no loader but iproute2's knows the value " + (id != 0 ? id : pinning)
                            + "; define the map in .maps");
        }
        return pinning == PIN_BY_NAME;
    }

    private Optional<BtfType.Struct> types(String name, MapShape shape) {
        if (btf == null) {
            return Optional.empty();
        }
        Btf types = btf.types();
        OptionalInt id = types.find(TYPES_PREFIX + name, BtfKind.STRUCT);
        return id.isPresent()
                        && types.type(id.getAsInt()) instanceof BtfType.Struct struct
                        && struct.members().size() >= 2
                        && hasSize(types, struct.members().get(0), shape.keySize())
                        && hasSize(types, struct.members().get(1), shape.valueSize())
                ? Optional.of(struct)
                : Optional.empty();
    }

    private static boolean hasSize(Btf types, BtfType.Member member, int size) {
        OptionalLong found = types.sizeOf(member.type());
        return found.isPresent() && found.getAsLong() == size;
    }

    private PlanException bad(ElfSymbol symbol, ElfSection section, String field, String reason) {
        return object.fail(new PlanProblem.BadMap(section.name(), symbol.name(), field, reason));
    }
}
