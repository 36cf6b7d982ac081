package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.input.FileBytes;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The types of a kernel or module, read on first use and decoded on demand. */
public final class IndexedTypes implements TargetTypes {

    private static final int MOST_STEPS = 32;
    private static final int[] NONE = {};

    private final String name;
    private final int id;
    private final Supplier<BtfIndex> reader;
    private final @Nullable TargetTypes base;
    private final Map<String, int[]> candidates = new ConcurrentHashMap<>();
    private volatile @Nullable BtfIndex index;

    /**
     * @param name what messages call it
     * @param id the id of a module's BTF in the kernel; 0 for the kernel itself
     * @param reader reads the BTF; called at most once
     * @param base the kernel's types, for a module; otherwise null
     */
    public IndexedTypes(String name, int id, Supplier<BtfIndex> reader, @Nullable TargetTypes base) {
        this.name = name;
        this.id = id;
        this.reader = reader;
        this.base = base;
    }

    /**
     * The types of a kernel in a file: {@code vmlinux}, any other ELF file with BTF, or BTF alone. They are named after the
     * file.
     *
     * @throws LinkException if it can't be read, is empty, or is no BTF ({@link Problem#BTF_INVALID})
     */
    public static IndexedTypes read(Path file) {
        String name = file.toString();
        BtfIndex index = BtfIndex.read(name, BtfFile.encoded(name, FileBytes.of(name, file)));
        return new IndexedTypes(name, 0, () -> index, null);
    }

    private BtfIndex index() {
        BtfIndex known = index;
        if (known == null) {
            synchronized (this) {
                known = index;
                if (known == null) {
                    known = reader.get();
                    index = known;
                }
            }
        }
        return known;
    }

    /** The id of a module's BTF in the kernel; 0 for the kernel itself. */
    public int id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int firstId() {
        return base == null ? 1 : base.typeCount();
    }

    @Override
    public int typeCount() {
        return index().typeCount();
    }

    @Override
    public int pointerSize() {
        return index().pointerSize();
    }

    @Override
    public BtfType type(int id) {
        return index().type(id);
    }

    @Override
    public int[] candidates(String essentialName) {
        int[] known = candidates.get(essentialName);
        if (known == null) {
            known = essentialName.isEmpty() ? NONE : index().ofEssentialName(essentialName);
            candidates.put(essentialName, known);
        }
        return known;
    }

    @Override
    public OptionalInt find(String typeName, BtfKind kind) {
        return index().find(typeName, kind);
    }

    @Override
    public OptionalLong sizeOf(int id) {
        long count = 1;
        int at = id;
        for (int step = 0; step < MOST_STEPS; step++) {
            BtfType type = type(at);
            if (type instanceof BtfType.Array array) {
                count *= array.count();
                at = array.element();
            } else if (type instanceof BtfType.Modifier modifier) {
                at = modifier.type();
            } else if (type instanceof BtfType.Var variable) {
                at = variable.type();
            } else {
                OptionalLong size = sizeOf(type);
                return size.isPresent() ? OptionalLong.of(count * size.getAsLong()) : size;
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong sizeOf(BtfType type) {
        return switch (type.kind()) {
            case INT -> OptionalLong.of(((BtfType.Int) type).size());
            case FLOAT -> OptionalLong.of(((BtfType.Float) type).size());
            case PTR -> OptionalLong.of(pointerSize());
            case STRUCT, UNION -> OptionalLong.of(((BtfType.Composite) type).size());
            case ENUM, ENUM64 -> OptionalLong.of(((BtfType.Enumeration) type).size());
            case DATASEC -> OptionalLong.of(((BtfType.Datasec) type).size());
            default -> OptionalLong.empty();
        };
    }
}
