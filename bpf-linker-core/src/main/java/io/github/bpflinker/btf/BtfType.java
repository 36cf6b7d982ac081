package io.github.bpflinker.btf;

import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * A BTF type. It references other types by their ids in the {@link Btf} that holds it; id 0 is {@code void}. Two types
 * are equal if all their fields are equal, ids included.
 *
 * <p>Every kind can have a name in the encoding, although the kernel rejects names of pointers, arrays, qualifiers and
 * prototypes. Sizes, offsets and counts that are encoded as unsigned 32-bit numbers are {@code long}.
 */
// The kinds are named as in BTF; uses are always qualified.
@SuppressWarnings("JavaLangClash")
public sealed interface BtfType {

    BtfKind kind();

    /** Its name in the source, empty if it has none. */
    String name();

    /** The number of references to other types, including those to {@code void}. */
    default int referenceCount() {
        return 0;
    }

    /** The type id of reference {@code index}, in the order of the encoding. */
    default int reference(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Calls {@code id} with every {@link #reference(int)}. */
    default void forEachReference(IntConsumer id) {
        int count = referenceCount();
        for (int i = 0; i < count; i++) {
            id.accept(reference(i));
        }
    }

    /** Returns a copy of this type with {@code change} applied to every referenced id. */
    default BtfType withReferences(IntUnaryOperator change) {
        return this;
    }

    /** A type that references exactly one other type and has no layout of its own. */
    sealed interface Reference extends BtfType {
        /** The id of the type that it refers to. */
        int type();

        @Override
        default int referenceCount() {
            return 1;
        }

        @Override
        default int reference(int index) {
            Objects.checkIndex(index, 1);
            return type();
        }
    }

    /** A qualifier, typedef or type tag: of the same size and layout as the type it refers to. */
    sealed interface Modifier extends Reference {}

    /** A struct or union. */
    sealed interface Composite extends BtfType {
        /** In bytes. */
        long size();

        List<Member> members();

        /** Whether its members are encoded with bit-field sizes ({@code kind_flag}). */
        boolean bitFields();

        @Override
        default int referenceCount() {
            return members().size();
        }

        @Override
        default int reference(int index) {
            return members().get(index).type();
        }
    }

    /** An enumeration with values of 32 or 64 bits. */
    sealed interface Enumeration extends BtfType {
        /** In bytes. */
        long size();

        /** Whether values are signed ({@code kind_flag}). */
        boolean signed();

        List<Enumerator> enumerators();
    }

    /**
     * A member of a struct or union.
     *
     * @param name empty for an anonymous struct or union inside
     * @param bitOffset from the start of the struct, in bits
     * @param bitSize width of a bit-field in bits, 0 if it is none
     */
    record Member(String name, int type, long bitOffset, int bitSize) {
        /** The largest offset in bits of a member whose struct has {@link Composite#bitFields()}. */
        public static final int MAX_BIT_FIELD_OFFSET = 0xff_ffff;

        public Member {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(bitOffset, "bitOffset");
            EncodingLimits.between(bitSize, 0, 255, "bitSize");
        }

        Member withType(int changed) {
            return changed == type ? this : new Member(name, changed, bitOffset, bitSize);
        }
    }

    /**
     * A named value of an enumeration.
     *
     * @param value the value, sign-extended to 64 bits if its enumeration is {@link Enumeration#signed()}, otherwise
     *     zero-extended
     */
    record Enumerator(String name, long value) {}

    /**
     * A parameter of a prototype. The last one with neither name nor type stands for {@code ...}.
     *
     * @param name empty if it has none
     */
    record Param(String name, int type) {}

    /**
     * An entry of a DATASEC: a variable and its position in the section.
     *
     * @param type a {@link Var}, or a {@link Func} in a section of external kernel functions
     * @param offset in bytes from the start of the section
     * @param size in bytes
     */
    record SectionVar(int type, long offset, long size) {
        public SectionVar {
            EncodingLimits.u32(offset, "offset");
            EncodingLimits.u32(size, "size");
        }
    }

    /** The type with id 0. */
    record Void() implements BtfType {
        @Override
        public BtfKind kind() {
            return BtfKind.UNKN;
        }

        @Override
        public String name() {
            return "";
        }
    }

    /**
     * An integer.
     *
     * @param size in bytes
     * @param encoding any of {@link #SIGNED}, {@link #CHAR}, {@link #BOOL}
     * @param bitOffset the offset of its first bit, 0 except in bit-fields of old compilers
     * @param bits its number of bits
     */
    record Int(String name, long size, int encoding, int bitOffset, int bits) implements BtfType {
        public static final int SIGNED = 1;
        public static final int CHAR = 2;
        public static final int BOOL = 4;

        public Int {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(size, "size");
            EncodingLimits.between(encoding, 0, 15, "encoding");
            EncodingLimits.between(bitOffset, 0, 255, "bitOffset");
            EncodingLimits.between(bits, 0, 255, "bits");
        }

        /** Whether it is a bit-field in the encoding of old compilers: a number with fewer bits than its bytes have. */
        public boolean isPart() {
            return bits < size * Byte.SIZE && (encoding & BOOL) == 0;
        }

        @Override
        public BtfKind kind() {
            return BtfKind.INT;
        }
    }

    record Ptr(String name, int type) implements Reference {
        public Ptr(int type) {
            this("", type);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.PTR;
        }

        @Override
        public Ptr withReferences(IntUnaryOperator change) {
            return new Ptr(name, change.applyAsInt(type));
        }
    }

    /**
     * An array.
     *
     * @param element the type of its elements
     * @param index the type of its index
     * @param count the number of elements, 0 for a flexible array
     */
    record Array(String name, int element, int index, long count) implements BtfType {
        public Array {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(count, "count");
        }

        public Array(int element, int index, long count) {
            this("", element, index, count);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.ARRAY;
        }

        @Override
        public int referenceCount() {
            return 2;
        }

        @Override
        public int reference(int place) {
            return Objects.checkIndex(place, 2) == 0 ? element : index;
        }

        @Override
        public Array withReferences(IntUnaryOperator change) {
            return new Array(name, change.applyAsInt(element), change.applyAsInt(index), count);
        }
    }

    record Struct(String name, long size, List<Member> members, boolean bitFields) implements Composite {
        public Struct {
            members = EncodingLimits.members(name, size, members, bitFields);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.STRUCT;
        }

        @Override
        public Struct withReferences(IntUnaryOperator change) {
            return new Struct(name, size, changed(members, change), bitFields);
        }
    }

    record Union(String name, long size, List<Member> members, boolean bitFields) implements Composite {
        public Union {
            members = EncodingLimits.members(name, size, members, bitFields);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.UNION;
        }

        @Override
        public Union withReferences(IntUnaryOperator change) {
            return new Union(name, size, changed(members, change), bitFields);
        }
    }

    /** An enumeration with 32-bit values. Without enumerators it is a forward declaration. */
    record Enum(String name, long size, boolean signed, List<Enumerator> enumerators) implements Enumeration {
        public Enum {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(size, "size");
            enumerators = List.copyOf(enumerators);
            EncodingLimits.count(enumerators.size());
            for (Enumerator enumerator : enumerators) {
                EncodingLimits.enumerator(enumerator, signed);
            }
        }

        @Override
        public BtfKind kind() {
            return BtfKind.ENUM;
        }
    }

    /** An enumeration with 64-bit values. */
    record Enum64(String name, long size, boolean signed, List<Enumerator> enumerators) implements Enumeration {
        public Enum64 {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(size, "size");
            enumerators = List.copyOf(enumerators);
            EncodingLimits.count(enumerators.size());
        }

        @Override
        public BtfKind kind() {
            return BtfKind.ENUM64;
        }
    }

    /**
     * A forward declaration of a struct or union.
     *
     * @param union whether it is a union ({@code kind_flag})
     */
    record Fwd(String name, boolean union) implements BtfType {
        @Override
        public BtfKind kind() {
            return BtfKind.FWD;
        }
    }

    record Typedef(String name, int type) implements Modifier {
        @Override
        public BtfKind kind() {
            return BtfKind.TYPEDEF;
        }

        @Override
        public Typedef withReferences(IntUnaryOperator change) {
            return new Typedef(name, change.applyAsInt(type));
        }
    }

    record Volatile(String name, int type) implements Modifier {
        public Volatile(int type) {
            this("", type);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.VOLATILE;
        }

        @Override
        public Volatile withReferences(IntUnaryOperator change) {
            return new Volatile(name, change.applyAsInt(type));
        }
    }

    record Const(String name, int type) implements Modifier {
        public Const(int type) {
            this("", type);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.CONST;
        }

        @Override
        public Const withReferences(IntUnaryOperator change) {
            return new Const(name, change.applyAsInt(type));
        }
    }

    record Restrict(String name, int type) implements Modifier {
        public Restrict(int type) {
            this("", type);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.RESTRICT;
        }

        @Override
        public Restrict withReferences(IntUnaryOperator change) {
            return new Restrict(name, change.applyAsInt(type));
        }
    }

    /**
     * A function.
     *
     * @param type its {@link FuncProto}
     */
    record Func(String name, int type, BtfLinkage linkage) implements Reference {
        @Override
        public BtfKind kind() {
            return BtfKind.FUNC;
        }

        @Override
        public Func withReferences(IntUnaryOperator change) {
            return new Func(name, change.applyAsInt(type), linkage);
        }
    }

    /**
     * A function prototype.
     *
     * @param result the type that it returns
     */
    record FuncProto(String name, int result, List<Param> params) implements BtfType {
        public FuncProto {
            Objects.requireNonNull(name, "name");
            params = List.copyOf(params);
            EncodingLimits.count(params.size());
        }

        public FuncProto(int result, List<Param> params) {
            this("", result, params);
        }

        @Override
        public BtfKind kind() {
            return BtfKind.FUNC_PROTO;
        }

        @Override
        public int referenceCount() {
            return 1 + params.size();
        }

        @Override
        public int reference(int index) {
            return index == 0 ? result : params.get(index - 1).type();
        }

        @Override
        public FuncProto withReferences(IntUnaryOperator change) {
            int changedResult = change.applyAsInt(result);
            List<Param> changed = params.stream()
                    .map(p -> new Param(p.name(), change.applyAsInt(p.type())))
                    .toList();
            return new FuncProto(name, changedResult, changed);
        }
    }

    /** A variable. */
    record Var(String name, int type, BtfLinkage linkage) implements Reference {
        @Override
        public BtfKind kind() {
            return BtfKind.VAR;
        }

        @Override
        public Var withReferences(IntUnaryOperator change) {
            return new Var(name, change.applyAsInt(type), linkage);
        }
    }

    /**
     * A data section and its variables.
     *
     * @param size in bytes; compilers write 0, which a loader replaces with the size of the ELF section
     */
    record Datasec(String name, long size, List<SectionVar> vars) implements BtfType {
        public Datasec {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(size, "size");
            vars = List.copyOf(vars);
            EncodingLimits.count(vars.size());
        }

        @Override
        public BtfKind kind() {
            return BtfKind.DATASEC;
        }

        @Override
        public int referenceCount() {
            return vars.size();
        }

        @Override
        public int reference(int index) {
            return vars.get(index).type();
        }

        @Override
        public Datasec withReferences(IntUnaryOperator change) {
            List<SectionVar> changed = vars.stream()
                    .map(v -> new SectionVar(change.applyAsInt(v.type()), v.offset(), v.size()))
                    .toList();
            return new Datasec(name, size, changed);
        }
    }

    /**
     * A floating-point number.
     *
     * @param size in bytes
     */
    record Float(String name, long size) implements BtfType {
        public Float {
            Objects.requireNonNull(name, "name");
            EncodingLimits.u32(size, "size");
        }

        @Override
        public BtfKind kind() {
            return BtfKind.FLOAT;
        }
    }

    /**
     * A declaration tag, {@code btf_decl_tag} in C.
     *
     * @param name the text of the tag
     * @param type the struct, union, typedef, function or variable
     * @param component the index of the tagged member or parameter, -1 for the whole declaration
     * @param attribute whether it encodes an arbitrary attribute of that name ({@code kind_flag}, since Linux 6.15)
     */
    record DeclTag(String name, int type, int component, boolean attribute) implements Reference {
        @Override
        public BtfKind kind() {
            return BtfKind.DECL_TAG;
        }

        @Override
        public DeclTag withReferences(IntUnaryOperator change) {
            return new DeclTag(name, change.applyAsInt(type), component, attribute);
        }
    }

    /**
     * A type tag on the target of a pointer, {@code btf_type_tag} in C.
     *
     * @param name the text of the tag
     * @param attribute whether it encodes an arbitrary attribute of that name ({@code kind_flag}, since Linux 6.15)
     */
    record TypeTag(String name, int type, boolean attribute) implements Modifier {
        @Override
        public BtfKind kind() {
            return BtfKind.TYPE_TAG;
        }

        @Override
        public TypeTag withReferences(IntUnaryOperator change) {
            return new TypeTag(name, change.applyAsInt(type), attribute);
        }
    }

    private static List<Member> changed(List<Member> members, IntUnaryOperator change) {
        return members.stream()
                .map(m -> m.withType(change.applyAsInt(m.type())))
                .toList();
    }
}
