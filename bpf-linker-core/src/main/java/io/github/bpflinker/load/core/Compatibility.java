package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import java.util.List;

/**
 * Checks whether a type of the program is compatible with a type of the target ({@code bpf_core_types_are_compat},
 * {@code bpf_core_fields_are_compat}). Names are compared by the caller.
 */
public final class Compatibility {

    private static final int DEPTH = 32;

    private Compatibility() {}

    /**
     * Compatibility of whole types, externs and kernel functions: the kinds must be equal, also through pointers,
     * arrays and prototypes; sizes and names are ignored.
     *
     * @throws CoreException if the nesting of types exceeds libbpf's limit
     */
    public static boolean areCompatible(TargetTypes local, int localId, TargetTypes target, int targetId) {
        return sameKind(local.type(localId), target.type(targetId))
                && areCompatible(local, localId, target, targetId, DEPTH);
    }

    private static boolean areCompatible(
            TargetTypes local, int localStart, TargetTypes target, int targetStart, int level) {
        int localId = localStart;
        int targetId = targetStart;
        for (int depth = 0; depth < DEPTH; depth++) {
            localId = local.strip(localId);
            targetId = target.strip(targetId);
            BtfType ours = local.type(localId);
            BtfType theirs = target.type(targetId);
            if (!sameKind(ours, theirs)) {
                return false;
            }
            switch (ours.kind()) {
                case UNKN, STRUCT, UNION, ENUM, ENUM64, FWD -> {
                    return true;
                }
                case INT -> {
                    return isPlain(ours) && isPlain(theirs);
                }
                case PTR -> {
                    localId = ((BtfType.Ptr) ours).type();
                    targetId = ((BtfType.Ptr) theirs).type();
                }
                case ARRAY -> {
                    localId = ((BtfType.Array) ours).element();
                    targetId = ((BtfType.Array) theirs).element();
                }
                case FUNC_PROTO -> {
                    BtfType.FuncProto mine = (BtfType.FuncProto) ours;
                    BtfType.FuncProto other = (BtfType.FuncProto) theirs;
                    if (!parametersAreCompatible(local, mine, target, other, level)) {
                        return false;
                    }
                    localId = mine.result();
                    targetId = other.result();
                }
                default -> {
                    return false;
                }
            }
        }
        throw tooDeep(local, localStart);
    }

    private static boolean parametersAreCompatible(
            TargetTypes local, BtfType.FuncProto ours, TargetTypes target, BtfType.FuncProto theirs, int level) {
        List<BtfType.Param> params = ours.params();
        if (params.size() != theirs.params().size()) {
            return false;
        }
        for (int i = 0; i < params.size(); i++) {
            if (level <= 0) {
                throw tooDeep(local, params.get(i).type());
            }
            int localId = local.strip(params.get(i).type());
            int targetId = target.strip(theirs.params().get(i).type());
            if (!sameKind(local.type(localId), target.type(targetId))
                    || !areCompatible(local, localId, target, targetId, level - 1)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Compatibility of members: any two structs or unions and any two pointers are compatible; enumerations if their
     * names are equal.
     */
    static boolean areCompatibleFields(TargetTypes local, int localStart, TargetTypes target, int targetStart) {
        int localId = localStart;
        int targetId = targetStart;
        for (int depth = 0; depth <= local.typeCount(); depth++) {
            localId = local.strip(localId);
            targetId = target.strip(targetId);
            BtfType ours = local.type(localId);
            BtfType theirs = target.type(targetId);
            if (ours instanceof BtfType.Composite && theirs instanceof BtfType.Composite) {
                return true;
            }
            if (!sameKind(ours, theirs)) {
                return false;
            }
            switch (ours.kind()) {
                case PTR, FLOAT -> {
                    return true;
                }
                case FWD, ENUM, ENUM64 -> {
                    return namesAgree(ours.name(), theirs.name());
                }
                case INT -> {
                    return isPlain(ours) && isPlain(theirs);
                }
                case ARRAY -> {
                    localId = ((BtfType.Array) ours).element();
                    targetId = ((BtfType.Array) theirs).element();
                }
                default -> {
                    return false;
                }
            }
        }
        throw tooDeep(local, localStart);
    }

    private static boolean namesAgree(String ours, String theirs) {
        return ours.isEmpty() || theirs.isEmpty() || Flavours.essential(ours).equals(Flavours.essential(theirs));
    }

    static boolean sameKind(BtfType ours, BtfType theirs) {
        return AccessSpec.kind(ours) == AccessSpec.kind(theirs);
    }

    /** Whether it is not a bit-field integer of old compilers. */
    private static boolean isPlain(BtfType type) {
        return type.kind() == BtfKind.INT && ((BtfType.Int) type).bitOffset() == 0;
    }

    static CoreException tooDeep(TargetTypes types, int id) {
        return new CoreException("type " + id + " of " + types.name() + " is nested too deep to be compared");
    }
}
