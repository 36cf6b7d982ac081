package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the members of structs by offset. The kernel requires ascending offsets ({@code btf_struct_check_meta}); rustc
 * lists members in the order of declaration.
 */
final class MemberOrder {

    private static final Comparator<BtfType.Member> BY_OFFSET = Comparator.comparingLong(BtfType.Member::bitOffset);

    private MemberOrder() {}

    static ObjectBtf apply(ObjectBtf object) {
        return object.withTypes(
                object.btf().types().stream().map(MemberOrder::sorted).toList());
    }

    private static BtfType sorted(BtfType type) {
        if (!(type instanceof BtfType.Struct struct) || isSorted(struct.members())) {
            return type;
        }
        return new BtfType.Struct(
                struct.name(),
                struct.size(),
                struct.members().stream().sorted(BY_OFFSET).toList(),
                struct.bitFields());
    }

    private static boolean isSorted(List<BtfType.Member> members) {
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i - 1).bitOffset() > members.get(i).bitOffset()) {
                return false;
            }
        }
        return true;
    }
}
