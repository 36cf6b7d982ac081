package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/**
 * Wraps each union member with an offset other than 0 in an anonymous struct, because the kernel rejects such offsets
 * ({@code btf_struct_check_meta}: {@code Invalid member bits_offset}). LLVM describes a Rust enum as a union of its
 * variants and its discriminant, and the discriminant is often inside of a variant's data, as in {@code Option<(u64,
 * bool)>}.
 */
final class UnionMembers {

    private final int firstId;
    private final List<BtfType> types;

    private UnionMembers(ObjectBtf object) {
        this.firstId = object.btf().firstId();
        this.types = new ArrayList<>(object.btf().types());
    }

    static ObjectBtf apply(ObjectBtf object) {
        UnionMembers unions = new UnionMembers(object);
        for (int i = 0; i < object.btf().types().size(); i++) {
            if (unions.types.get(i) instanceof BtfType.Union union
                    && union.members().stream().anyMatch(member -> member.bitOffset() != 0)) {
                unions.types.set(i, unions.fromTheStart(union));
            }
        }
        return object.withTypes(unions.types);
    }

    private BtfType fromTheStart(BtfType.Union union) {
        List<BtfType.Member> members = new ArrayList<>();
        for (BtfType.Member member : union.members()) {
            members.add(member.bitOffset() == 0 ? member : new BtfType.Member("", structOf(member, union), 0, 0));
        }
        return new BtfType.Union(union.name(), union.size(), members, union.bitFields());
    }

    private int structOf(BtfType.Member member, BtfType.Union union) {
        types.add(new BtfType.Struct("", union.size(), List.of(member), union.bitFields()));
        return firstId + types.size() - 1;
    }
}
