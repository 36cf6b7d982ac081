package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.NameEscapes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Replaces type names that the kernel rejects. Pointers lose their names; in other names, each byte that is not a
 * letter, digit or underscore becomes {@code _XX_} in hexadecimal, as in bpf-linker: {@code MyStruct<u64>} becomes
 * {@code MyStruct_3C_u64_3E_}. Names over 128 characters ({@code KSYM_NAME_LEN} before Linux 6.1) are truncated and end
 * in a hash of the whole name.
 */
public final class TypeNamesForKernel {

    private static final int MAX_LENGTH = 127;
    private static final int HASH_DIGITS = 16;

    private TypeNamesForKernel() {}

    static ObjectBtf apply(ObjectBtf object) {
        return object.withTypes(
                object.btf().types().stream().map(TypeNamesForKernel::renamed).toList());
    }

    private static BtfType renamed(BtfType type) {
        if (type instanceof BtfType.Ptr pointer) {
            return pointer.name().isEmpty() ? pointer : new BtfType.Ptr(pointer.type());
        }
        if (type instanceof BtfType.Struct struct) {
            return new BtfType.Struct(safe(struct.name()), struct.size(), members(struct), struct.bitFields());
        }
        if (type instanceof BtfType.Union union) {
            return new BtfType.Union(safe(union.name()), union.size(), members(union), union.bitFields());
        }
        if (type instanceof BtfType.Enum values) {
            return new BtfType.Enum(
                    safe(values.name()), values.size(), values.signed(), enumerators(values.enumerators()));
        }
        if (type instanceof BtfType.Enum64 values) {
            return new BtfType.Enum64(
                    safe(values.name()), values.size(), values.signed(), enumerators(values.enumerators()));
        }
        if (type instanceof BtfType.Fwd forward) {
            return new BtfType.Fwd(safe(forward.name()), forward.union());
        }
        if (type instanceof BtfType.Typedef typedef) {
            return new BtfType.Typedef(safe(typedef.name()), typedef.type());
        }
        if (type instanceof BtfType.Func function) {
            return new BtfType.Func(safe(function.name()), function.type(), function.linkage());
        }
        if (type instanceof BtfType.FuncProto proto) {
            return new BtfType.FuncProto(
                    proto.result(),
                    proto.params().stream()
                            .map(param -> new BtfType.Param(safe(param.name()), param.type()))
                            .toList());
        }
        return type;
    }

    private static List<BtfType.Member> members(BtfType.Composite composite) {
        return composite.members().stream()
                .map(member ->
                        new BtfType.Member(safe(member.name()), member.type(), member.bitOffset(), member.bitSize()))
                .toList();
    }

    private static List<BtfType.Enumerator> enumerators(List<BtfType.Enumerator> values) {
        return values.stream()
                .map(value -> new BtfType.Enumerator(safe(value.name()), value.value()))
                .toList();
    }

    /** The name in BTF for {@code name} in the source. */
    public static String safe(String name) {
        if (name.length() <= MAX_LENGTH && isSafe(name)) {
            return name;
        }
        StringBuilder safe = new StringBuilder(NameEscapes.escape(name));
        if (Character.isDigit(safe.charAt(0))) {
            safe.insert(0, '_');
        }
        if (safe.length() <= MAX_LENGTH) {
            return safe.toString();
        }
        return safe.substring(0, MAX_LENGTH - HASH_DIGITS - 1) + "_" + hash(name);
    }

    private static boolean isSafe(String name) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            return false;
        }
        return name.chars().allMatch(character -> NameEscapes.isPlain((char) character));
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
