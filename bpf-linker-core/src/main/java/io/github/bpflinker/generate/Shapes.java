package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.value.Characters;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Chooses how a type looks in Java. */
final class Shapes {

    private static final int BYTES_OF_INT128 = 16;

    /** The only types whose names say that a number is in the order of the network. */
    private static final Map<String, NumberKind> NETWORK_ORDER =
            Map.of("__be16", NumberKind.BE16, "__be32", NumberKind.BE32, "__be64", NumberKind.BE64);

    private final TypeCatalog catalog;
    private final Btf btf;

    Shapes(TypeCatalog catalog) {
        this.catalog = catalog;
        this.btf = catalog.btf();
    }

    /**
     * The shape of a type.
     *
     * @param unnamed the class of a struct, union or enumeration that has no name
     * @return empty if the type has no size
     */
    Optional<Shape> of(int id, IntFunction<ClassName> unnamed) {
        if (btf.sizeOf(id).isEmpty() || btf.sizeOf(id).getAsLong() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        NumberKind ordered = networkOrder(id);
        if (ordered != null) {
            return Optional.of(new Shape.Scalar(ordered));
        }
        int stripped = btf.strip(id);
        BtfType type = btf.type(stripped);
        if (type instanceof BtfType.Array array) {
            return of(array.element(), unnamed).map(element -> array(element, array));
        }
        if (type instanceof BtfType.Composite composite) {
            return Optional.of(composite(stripped, composite, unnamed));
        }
        if (type instanceof BtfType.Enumeration enumeration) {
            return Optional.of(enumeration(stripped, enumeration, unnamed));
        }
        return Optional.of(scalar(type, btf.sizeOf(stripped).orElseThrow()));
    }

    /** Null if the type does not say it. */
    private @Nullable NumberKind networkOrder(int id) {
        int at = id;
        while (btf.type(at) instanceof BtfType.Modifier modifier) {
            NumberKind kind = NETWORK_ORDER.get(modifier.name());
            if (kind != null && btf.sizeOf(at).orElse(0) == kind.size()) {
                return kind;
            }
            at = modifier.type();
        }
        return null;
    }

    private Shape composite(int id, BtfType.Composite type, IntFunction<ClassName> unnamed) {
        if (type.name().equals("in_addr") && type.size() == Integer.BYTES) {
            return new Shape.Address(Integer.BYTES);
        }
        if (type.name().equals("in6_addr") && type.size() == BYTES_OF_INT128) {
            return new Shape.Address(BYTES_OF_INT128);
        }
        return new Shape.Struct(name(id, unnamed), type.size());
    }

    private ClassName name(int id, IntFunction<ClassName> unnamed) {
        return catalog.nameOf(id).isEmpty() ? unnamed.apply(id) : catalog.classOf(id);
    }

    private Shape enumeration(int id, BtfType.Enumeration type, IntFunction<ClassName> unnamed) {
        Optional<NumberKind> kind = kind(type);
        if (kind.isEmpty()) {
            return new ArrayShape.Bytes(type.size());
        }
        Shape number = new Shape.Scalar(kind.get());
        return EnumModel.fits(type.enumerators().size()) ? new Shape.EnumNumber(number, name(id, unnamed)) : number;
    }

    /** The numbers of an enumeration: {@code int}, if its values allow that. */
    static Optional<NumberKind> kind(BtfType.Enumeration type) {
        boolean small = type.enumerators().stream().allMatch(each -> each.value() == (int) each.value());
        return Optional.ofNullable(
                switch ((int) type.size()) {
                    case Byte.BYTES -> type.signed() ? NumberKind.S8 : NumberKind.U8;
                    case Short.BYTES -> type.signed() ? NumberKind.S16 : NumberKind.U16;
                    case Integer.BYTES -> type.signed() || small ? NumberKind.S32 : NumberKind.U32;
                    case Long.BYTES -> NumberKind.S64;
                    default -> null;
                });
    }

    private Shape scalar(BtfType type, long size) {
        if (type instanceof BtfType.Ptr) {
            return new Shape.Scalar(size == Integer.BYTES ? NumberKind.U32 : NumberKind.S64);
        }
        if (type instanceof BtfType.Float) {
            return size == Float.BYTES
                    ? new Shape.Scalar(NumberKind.F32)
                    : size == Double.BYTES ? new Shape.Scalar(NumberKind.F64) : new ArrayShape.Bytes(size);
        }
        if (!(type instanceof BtfType.Int number)) {
            return new ArrayShape.Bytes(size);
        }
        boolean signed = isSigned(number);
        return switch ((int) size) {
            case Byte.BYTES ->
                new Shape.Scalar(
                        (number.encoding() & BtfType.Int.BOOL) != 0
                                ? NumberKind.BOOL
                                : signed ? NumberKind.S8 : NumberKind.U8);
            case Short.BYTES -> new Shape.Scalar(signed ? NumberKind.S16 : NumberKind.U16);
            case Integer.BYTES -> new Shape.Scalar(signed ? NumberKind.S32 : NumberKind.U32);
            case Long.BYTES -> new Shape.Scalar(NumberKind.S64);
            case BYTES_OF_INT128 -> new Shape.Wide(signed);
            default -> new ArrayShape.Bytes(size);
        };
    }

    /** The BTF of kernels does not say that {@code char} has a sign, which it has on x86 and in BPF. */
    private static boolean isSigned(BtfType.Int number) {
        return (number.encoding() & BtfType.Int.SIGNED) != 0 || Characters.isCharacter(number);
    }

    private Shape array(Shape element, BtfType.Array array) {
        boolean text = element instanceof Shape.Scalar && Characters.isCharacter(btf.type(btf.strip(array.element())));
        return text ? new Shape.Characters(array.count()) : ArrayShape.of(element, array.count());
    }

    /** A bit-field. */
    Shape bitField(int id, long bitOffset, int bits, IntFunction<ClassName> unnamed) {
        int stripped = btf.strip(id);
        BtfType type = btf.type(stripped);
        boolean truth = type instanceof BtfType.Int number && (number.encoding() & BtfType.Int.BOOL) != 0;
        boolean signed = type instanceof BtfType.Int number && isSigned(number);
        if (type instanceof BtfType.Enumeration enumeration) {
            Shape field = new Shape.BitField((int) (bitOffset % Byte.SIZE), bits, enumeration.signed(), false);
            boolean matches =
                    kind(enumeration).filter(kind -> kind.type().equals("int")).isPresent() && field.places() == 1;
            return matches && EnumModel.fits(enumeration.enumerators().size())
                    ? new Shape.EnumNumber(field, name(stripped, unnamed))
                    : field;
        }
        return new Shape.BitField((int) (bitOffset % Byte.SIZE), bits, signed, truth);
    }
}
