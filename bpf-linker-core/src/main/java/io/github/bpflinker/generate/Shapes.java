package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.value.Characters;
import io.github.bpflinker.generate.Shape.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Chooses how a type looks in Java. */
final class Shapes {

    private static final int BYTES_OF_INT128 = 16;

    /** The only types whose names say that a number is in the order of the network. */
    private static final Map<String, Kind> NETWORK_ORDER =
            Map.of("__be16", Kind.BE16, "__be32", Kind.BE32, "__be64", Kind.BE64);

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
        Kind ordered = networkOrder(id);
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
    private @Nullable Kind networkOrder(int id) {
        int at = id;
        while (btf.type(at) instanceof BtfType.Modifier modifier) {
            Kind kind = NETWORK_ORDER.get(modifier.name());
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
        Optional<Kind> kind = kind(type);
        if (kind.isEmpty()) {
            return new Shape.Bytes(type.size());
        }
        Shape number = new Shape.Scalar(kind.get());
        return EnumModel.fits(type.enumerators().size()) ? new Shape.EnumNumber(number, name(id, unnamed)) : number;
    }

    /** The numbers of an enumeration: {@code int}, if its values allow that. */
    static Optional<Kind> kind(BtfType.Enumeration type) {
        boolean small = type.enumerators().stream().allMatch(each -> each.value() == (int) each.value());
        return Optional.ofNullable(
                switch ((int) type.size()) {
                    case Byte.BYTES -> type.signed() ? Kind.S8 : Kind.U8;
                    case Short.BYTES -> type.signed() ? Kind.S16 : Kind.U16;
                    case Integer.BYTES -> type.signed() || small ? Kind.S32 : Kind.U32;
                    case Long.BYTES -> Kind.S64;
                    default -> null;
                });
    }

    private Shape scalar(BtfType type, long size) {
        if (type instanceof BtfType.Ptr) {
            return new Shape.Scalar(size == Integer.BYTES ? Kind.U32 : Kind.S64);
        }
        if (type instanceof BtfType.Float) {
            return size == Float.BYTES
                    ? new Shape.Scalar(Kind.F32)
                    : size == Double.BYTES ? new Shape.Scalar(Kind.F64) : new Shape.Bytes(size);
        }
        if (!(type instanceof BtfType.Int number)) {
            return new Shape.Bytes(size);
        }
        boolean signed = isSigned(number);
        return switch ((int) size) {
            case Byte.BYTES ->
                new Shape.Scalar((number.encoding() & BtfType.Int.BOOL) != 0 ? Kind.BOOL : signed ? Kind.S8 : Kind.U8);
            case Short.BYTES -> new Shape.Scalar(signed ? Kind.S16 : Kind.U16);
            case Integer.BYTES -> new Shape.Scalar(signed ? Kind.S32 : Kind.U32);
            case Long.BYTES -> new Shape.Scalar(Kind.S64);
            case BYTES_OF_INT128 -> new Shape.Wide(signed);
            default -> new Shape.Bytes(size);
        };
    }

    /** The BTF of kernels does not say that {@code char} has a sign, which it has on x86 and in BPF. */
    private static boolean isSigned(BtfType.Int number) {
        return (number.encoding() & BtfType.Int.SIGNED) != 0 || Characters.isCharacter(number);
    }

    private Shape array(Shape element, BtfType.Array array) {
        long count = array.count();
        if (element instanceof Shape.Scalar number) {
            boolean single = number.kind() == Kind.U8 || number.kind() == Kind.S8;
            boolean text = Characters.isCharacter(btf.type(btf.strip(array.element())));
            return text
                    ? new Shape.Characters(count)
                    : single ? new Shape.Bytes(count) : new Shape.Numbers(number.kind(), count);
        }
        if (element instanceof Shape.EnumNumber number && number.number() instanceof Shape.Scalar plain) {
            return new Shape.Numbers(plain.kind(), count);
        }
        // Dimensions become one, in the order of memory.
        if (element instanceof Shape.Numbers row) {
            return new Shape.Numbers(row.kind(), row.count() * count);
        }
        if (element instanceof Shape.Bytes row) {
            return new Shape.Bytes(row.size() * count);
        }
        if (element instanceof Shape.Elements row) {
            return new Shape.Elements(row.element(), row.count() * count);
        }
        return new Shape.Elements(element, count);
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
