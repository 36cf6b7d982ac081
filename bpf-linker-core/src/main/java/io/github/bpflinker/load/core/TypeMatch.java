package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks whether a type of the target matches one of the program: members and enumerators by name, sizes of integers,
 * prototypes ({@code bpf_core_types_match}). For targets of pointers only the name and kind of structs are compared.
 */
final class TypeMatch {

    private static final int DEPTH = 32;

    private final TargetTypes local;
    private final TargetTypes target;

    private TypeMatch(TargetTypes local, TargetTypes target) {
        this.local = local;
        this.target = target;
    }

    static boolean matches(TargetTypes local, int localId, TargetTypes target, int targetId) {
        return new TypeMatch(local, target).matches(localId, targetId, false, DEPTH);
    }

    private boolean matches(int localStart, int targetStart, boolean startsBehindPointer, int level) {
        if (level <= 0) {
            throw Compatibility.tooDeep(local, localStart);
        }
        int localId = localStart;
        int targetId = targetStart;
        boolean behindPointer = startsBehindPointer;
        for (int depth = 0; depth < DEPTH; depth++) {
            localId = local.strip(localId);
            targetId = target.strip(targetId);
            BtfType ours = local.type(localId);
            BtfType theirs = target.type(targetId);
            if (!namesMatch(ours.name(), theirs.name())) {
                return false;
            }
            if (ours instanceof BtfType.Ptr pointer && theirs instanceof BtfType.Ptr other) {
                behindPointer = true;
                localId = pointer.type();
                targetId = other.type();
            } else if (ours instanceof BtfType.Array array && theirs instanceof BtfType.Array other) {
                if (array.count() != other.count()) {
                    return false;
                }
                localId = array.element();
                targetId = other.element();
            } else if (ours instanceof BtfType.FuncProto mine && theirs instanceof BtfType.FuncProto other) {
                if (!parametersMatch(mine, other, behindPointer, level)) {
                    return false;
                }
                localId = mine.result();
                targetId = other.result();
            } else {
                return endsMatch(ours, theirs, behindPointer, level);
            }
        }
        throw Compatibility.tooDeep(local, localStart);
    }

    private boolean endsMatch(BtfType ours, BtfType theirs, boolean behindPointer, int level) {
        return switch (ours.kind()) {
            case UNKN -> theirs.kind() == ours.kind();
            case FWD -> forwardMatches((BtfType.Fwd) ours, theirs, behindPointer);
            case ENUM, ENUM64 ->
                theirs instanceof BtfType.Enumeration other && enumsMatch((BtfType.Enumeration) ours, other);
            case STRUCT, UNION -> compositeMatches((BtfType.Composite) ours, theirs, behindPointer, level);
            case INT -> theirs instanceof BtfType.Int other && integersMatch((BtfType.Int) ours, other);
            default -> false;
        };
    }

    private static boolean forwardMatches(BtfType.Fwd ours, BtfType theirs, boolean behindPointer) {
        if (theirs instanceof BtfType.Fwd other) {
            return ours.union() == other.union();
        }
        return behindPointer && (ours.union() ? theirs instanceof BtfType.Union : theirs instanceof BtfType.Struct);
    }

    private boolean compositeMatches(BtfType.Composite ours, BtfType theirs, boolean behindPointer, int level) {
        if (behindPointer) {
            return ours.kind() == theirs.kind()
                    || (theirs instanceof BtfType.Fwd other && other.union() == ours instanceof BtfType.Union);
        }
        return ours.kind() == theirs.kind() && membersMatch(ours, (BtfType.Composite) theirs, level);
    }

    private static boolean integersMatch(BtfType.Int ours, BtfType.Int theirs) {
        return ours.size() == theirs.size()
                && (ours.encoding() & BtfType.Int.SIGNED) == (theirs.encoding() & BtfType.Int.SIGNED);
    }

    private static boolean enumsMatch(BtfType.Enumeration ours, BtfType.Enumeration theirs) {
        if (ours.size() != theirs.size()
                || ours.enumerators().size() > theirs.enumerators().size()) {
            return false;
        }
        Set<String> names = new HashSet<>();
        theirs.enumerators().forEach(enumerator -> names.add(Flavours.essential(enumerator.name())));
        return ours.enumerators().stream()
                .allMatch(enumerator -> names.contains(Flavours.essential(enumerator.name())));
    }

    private boolean membersMatch(BtfType.Composite ours, BtfType.Composite theirs, int level) {
        if (ours.members().size() > theirs.members().size()) {
            return false;
        }
        for (BtfType.Member member : ours.members()) {
            boolean matched = false;
            for (BtfType.Member other : theirs.members()) {
                if (namesMatch(member.name(), other.name()) && matches(member.type(), other.type(), false, level - 1)) {
                    matched = true;
                    break;
                }
            }
            if (!matched) {
                return false;
            }
        }
        return true;
    }

    private boolean parametersMatch(
            BtfType.FuncProto ours, BtfType.FuncProto theirs, boolean behindPointer, int level) {
        List<BtfType.Param> params = ours.params();
        if (params.size() != theirs.params().size()) {
            return false;
        }
        for (int i = 0; i < params.size(); i++) {
            if (!matches(params.get(i).type(), theirs.params().get(i).type(), behindPointer, level - 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesMatch(String ours, String theirs) {
        return theirs.isEmpty() ? ours.isEmpty() : Flavours.essential(ours).equals(Flavours.essential(theirs));
    }
}
