package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.util.List;

/**
 * Whether a type of the program and one of the target are so much alike that one stands for the other
 * ({@code bpf_core_types_are_compat}, {@code bpf_core_fields_are_compat}). Names were compared before.
 */
public final class Compatibility {

    private static final int DEPTH = 32;

    private Compatibility() {}

    /**
     * For relocations of whole types, externs and kernel functions: the same kinds, behind pointers, in arrays and in
     * prototypes too; sizes and names do not count.
     *
     * @throws CoreException if types are nested deeper than libbpf follows them
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
     * For members: structs and unions stand for each other whatever they hold, so do pointers; enumerations if their names
     * agree.
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

    /** Not an integer that stands for a bit-field, as old compilers wrote them. */
    private static boolean isPlain(BtfType type) {
        return type.kind() == BtfKind.INT && ((BtfType.Int) type).bitOffset() == 0;
    }

    static CoreException tooDeep(TargetTypes types, int id) {
        return new CoreException("type " + id + " of " + types.name() + " is nested too deep to be compared");
    }
}
