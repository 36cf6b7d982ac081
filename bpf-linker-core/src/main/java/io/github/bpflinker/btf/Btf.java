package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The types of a {@code .BTF} section. Type ids start at 1; id 0 is {@code void}. The ids of split BTF continue after
 * those of its base, whose types it can reference. Immutable and thread-safe.
 *
 * <p>Every referenced id exists. No type contains itself by value, and every cycle of references passes through a
 * struct or union. Chains of containment, and chains of references without a struct or union in between, have at most
 * 512 steps, so that code which follows references to compute a size or to print a declaration terminates.
 *
 * <p>Two instances are equal if their types, bases and byte orders are equal.
 */
public final class Btf {

    private static final BtfType VOID = new BtfType.Void();

    private final String name;
    private final ByteOrder order;
    private final @Nullable Btf base;
    private final List<BtfType> types;
    private final @Nullable BtfStrings strings;
    private final int pointerSize;
    private volatile @Nullable TypeNameIndex names;

    /** Used by {@link BtfReader}, which has already validated {@code types}. */
    Btf(String name, ByteOrder order, @Nullable Btf base, List<BtfType> types, @Nullable BtfStrings strings) {
        this.name = name;
        this.order = order;
        this.base = base;
        this.types = types;
        this.strings = strings;
        this.pointerSize = base != null ? base.pointerSize : PointerSize.of(types);
    }

    /**
     * Creates BTF without a base.
     *
     * @param name the name used in error messages
     * @param order of the machine that it is for, and of its encoding
     * @param types from id 1 on
     * @throws LinkException with {@link Problem#BTF_INVALID} if a type contains itself
     * @throws IllegalArgumentException if a type refers to one that is not there
     */
    public static Btf of(String name, ByteOrder order, List<BtfType> types) {
        return new Btf(name, order, null, List.copyOf(types), null).checked();
    }

    /**
     * Split BTF.
     *
     * @param name the name used in error messages
     * @param base whose types it may refer to, and whose byte order it has
     * @param types from the id on at which {@code base} ends
     * @throws LinkException with {@link Problem#BTF_INVALID} if a type contains itself
     * @throws IllegalArgumentException if a type refers to one that is not there
     */
    public static Btf split(String name, Btf base, List<BtfType> types) {
        return new Btf(name, base.order, base, List.copyOf(types), null).checked();
    }

    private Btf checked() {
        int count = typeCount();
        for (BtfType type : types) {
            type.forEachReference(id -> Objects.checkIndex(id, count));
        }
        ReferenceCheck.check(firstId(), count, this::type, this::invalid);
        return this;
    }

    /** The name used in error messages. */
    public String name() {
        return name;
    }

    public ByteOrder order() {
        return order;
    }

    /** The base, whose types its own types can reference; empty if it is not split BTF. */
    public Optional<Btf> base() {
        return Optional.ofNullable(base);
    }

    /** The id of the first of its own types: 1, or where its base ends. */
    public int firstId() {
        return base == null ? 1 : base.typeCount();
    }

    /** The first id beyond its types: one more than their number, those of the base counted. */
    public int typeCount() {
        return firstId() + types.size();
    }

    /** Its own types, without those of its base; the first has {@link #firstId()}. */
    public List<BtfType> types() {
        return types;
    }

    /**
     * The type of an id, {@link BtfType.Void} for 0.
     *
     * @throws IndexOutOfBoundsException if there is no such type
     */
    public BtfType type(int id) {
        int first = firstId();
        if (id >= first) {
            return types.get(id - first);
        }
        return base == null || id <= 0 ? voidType(id) : base.type(id);
    }

    private static BtfType voidType(int id) {
        Objects.checkIndex(id, 1);
        return VOID;
    }

    /** The ids of the types of that name, ascending, the base's too. */
    public IntStream ids(String typeName) {
        IntStream own = names().ids(typeName);
        return base == null ? own : IntStream.concat(base.ids(typeName), own);
    }

    /** The first type of that name and kind. */
    public OptionalInt find(String typeName, BtfKind kind) {
        return ids(typeName).filter(id -> type(id).kind() == kind).findFirst();
    }

    private TypeNameIndex names() {
        TypeNameIndex known = names;
        if (known == null) {
            known = new TypeNameIndex(firstId(), types);
            names = known;
        }
        return known;
    }

    /** In bytes: 4 if the BTF has a {@code long} of 4 bytes, else 8. */
    public int pointerSize() {
        return pointerSize;
    }

    /** The id that remains when typedefs, qualifiers and type tags are taken off. */
    public int strip(int id) {
        int stripped = id;
        while (type(stripped) instanceof BtfType.Modifier modifier) {
            stripped = modifier.type();
        }
        return stripped;
    }

    /**
     * The size of a value of the type in bytes; empty for types without a size: {@code void}, prototypes, forward
     * declarations, and kinds that are not C types, such as functions and variables.
     *
     * @throws LinkException with {@link Problem#BTF_INVALID} if the size of an array overflows
     */
    public OptionalLong sizeOf(int id) {
        long count = 1;
        int at = strip(id);
        while (type(at) instanceof BtfType.Array array) {
            if (Math.multiplyHigh(count, array.count()) != 0 || count * array.count() < 0) {
                throw invalid(id, "array too large");
            }
            count *= array.count();
            at = strip(array.element());
        }
        OptionalLong size = sizeOfElement(type(at));
        if (size.isPresent() && size.getAsLong() != 0 && count > Long.MAX_VALUE / size.getAsLong()) {
            throw invalid(id, "array too large");
        }
        return size.isPresent() ? OptionalLong.of(size.getAsLong() * count) : size;
    }

    private OptionalLong sizeOfElement(BtfType type) {
        return switch (type.kind()) {
            case INT -> OptionalLong.of(((BtfType.Int) type).size());
            case FLOAT -> OptionalLong.of(((BtfType.Float) type).size());
            case PTR -> OptionalLong.of(pointerSize);
            case STRUCT, UNION -> OptionalLong.of(((BtfType.Composite) type).size());
            case ENUM, ENUM64 -> OptionalLong.of(((BtfType.Enumeration) type).size());
            case DATASEC -> OptionalLong.of(((BtfType.Datasec) type).size());
            default -> OptionalLong.empty();
        };
    }

    /** The same types for a machine of another byte order; a base comes along. */
    public Btf withOrder(ByteOrder changed) {
        Btf changedBase = base == null ? null : base.withOrder(changed);
        return changed.equals(order) ? this : new Btf(name, changed, changedBase, types, strings);
    }

    /** Creates the exception for an invalid type. */
    public LinkException invalid(int id, String reason) {
        return BtfErrors.inType(name, id, type(id).kind(), reason);
    }

    /** The string section that it was read from, if it was read. */
    @Nullable
    BtfStrings strings() {
        return strings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Btf that
                && order.equals(that.order)
                && Objects.equals(base, that.base)
                && types.equals(that.types);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, types.size(), base);
    }

    @Override
    public String toString() {
        return name + ": " + types.size() + " types, " + order;
    }
}
