package io.github.bpflinker.btf;

import java.util.List;
import java.util.Optional;

/** The kinds of BTF types: {@code BTF_KIND_*} of the kernel's {@code linux/btf.h}. */
public enum BtfKind {
    /** The kind of {@code void}, id 0; it is never encoded. The kernel calls it {@code UNKN}. */
    UNKN(0),
    INT(1),
    PTR(2),
    ARRAY(3),
    STRUCT(4),
    UNION(5),
    /** An enumeration with values of at most 32 bits. */
    ENUM(6),
    FWD(7),
    TYPEDEF(8),
    VOLATILE(9),
    CONST(10),
    RESTRICT(11),
    FUNC(12),
    FUNC_PROTO(13),
    /** Since Linux 5.2. */
    VAR(14),
    /** Since Linux 5.2. */
    DATASEC(15),
    /** Since Linux 5.13. */
    FLOAT(16),
    /** Since Linux 5.16. */
    DECL_TAG(17),
    /** Since Linux 5.17. */
    TYPE_TAG(18),
    /** Since Linux 6.0. */
    ENUM64(19);

    private static final List<BtfKind> BY_CODE = List.of(values());

    private final int code;

    BtfKind(int code) {
        this.code = code;
    }

    /** Its number in the encoding. */
    public int code() {
        return code;
    }

    /** The kind with this number in the encoding; empty for 0 and for unknown numbers. */
    public static Optional<BtfKind> ofCode(int code) {
        return code > 0 && code < BY_CODE.size() ? Optional.of(BY_CODE.get(code)) : Optional.empty();
    }
}
