package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.btf.Flavours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches the access path of a relocation with the types of a target ({@code bpf_core_spec_match}). */
final class SpecMatch {

    private final AccessSpec local;
    private final TargetTypes target;
    private final int root;
    private final List<AccessSpec.Step> steps = new ArrayList<>();
    /** The number of indexes of the path, including those of anonymous structs. */
    private int length;

    private long bitOffset;

    private SpecMatch(AccessSpec local, TargetTypes target, int root) {
        this.local = local;
        this.target = target;
        this.root = root;
    }

    /**
     * Finds the same path from the type {@code root} of a target; empty if it does not exist.
     *
     * @throws CoreException if the types are inconsistent
     */
    static Optional<AccessSpec> find(AccessSpec local, CoreRelocation.Kind kind, TargetTypes target, int root) {
        SpecMatch match = new SpecMatch(local, target, root);
        boolean found;
        if (kind.isField()) {
            found = match.fields();
        } else if (kind.isEnumerator()) {
            found = match.enumerator();
        } else if (kind == CoreRelocation.Kind.TYPE_MATCHES) {
            found = TypeMatch.matches(local.types(), local.root(), target, root);
        } else {
            found = Compatibility.areCompatible(local.types(), local.root(), target, root);
        }
        return found
                ? Optional.of(new AccessSpec(target, root, match.steps, match.bitOffset & AccessSpec.U32))
                : Optional.empty();
    }

    private boolean enumerator() {
        int id = target.strip(root);
        if (!(target.type(id) instanceof BtfType.Enumeration values)) {
            return false;
        }
        String wanted = Flavours.essential(local.last().name());
        List<BtfType.Enumerator> enumerators = values.enumerators();
        for (int i = 0; i < enumerators.size(); i++) {
            String name = enumerators.get(i).name();
            if (name.startsWith(wanted) && Flavours.essentialLength(name) == wanted.length()) {
                steps.add(new AccessSpec.Step(id, i, name));
                return true;
            }
        }
        return false;
    }

    private boolean fields() {
        int id = root;
        for (int i = 0; i < local.steps().size(); i++) {
            AccessSpec.Step step = local.steps().get(i);
            id = target.strip(id);
            if (step.isNamed()) {
                int next = member(step, id);
                if (next < 0) {
                    return false;
                }
                id = next;
            } else {
                if (i > 0) {
                    if (!(target.type(id) instanceof BtfType.Array array)
                            || (step.index() >= array.count()
                                    && !AccessSpec.isFlexible(target, steps.get(steps.size() - 1), array))) {
                        return false;
                    }
                    id = target.strip(array.element());
                }
                lengthen();
                steps.add(new AccessSpec.Step(id, step.index(), ""));
                bitOffset += step.index() * AccessSpec.sizeOf(target, id) * Byte.SIZE;
            }
        }
        return true;
    }

    private void lengthen() {
        if (length == AccessSpec.MAX_LENGTH) {
            throw new CoreException(
                    "the way to it in " + target.name() + " has more than " + AccessSpec.MAX_LENGTH + " steps");
        }
        length++;
    }

    /** The type of the matching member, also in anonymous structs; -1 if there is none. */
    private int member(AccessSpec.Step step, int start) {
        int id = target.strip(start);
        if (!(target.type(id) instanceof BtfType.Composite composite)) {
            return -1;
        }
        List<BtfType.Member> members = composite.members();
        for (int i = 0; i < members.size(); i++) {
            BtfType.Member member = members.get(i);
            lengthen();
            bitOffset += member.bitOffset();
            if (member.name().isEmpty()) {
                int found = member(step, member.type());
                if (found >= 0) {
                    return found;
                }
            } else if (member.name().equals(step.name())) {
                steps.add(new AccessSpec.Step(id, i, member.name()));
                return isCompatible(step, member) ? member.type() : -1;
            }
            bitOffset -= member.bitOffset();
            length--;
        }
        return -1;
    }

    private boolean isCompatible(AccessSpec.Step step, BtfType.Member member) {
        BtfType.Composite holder = (BtfType.Composite) local.types().type(step.type());
        return Compatibility.areCompatibleFields(
                local.types(), holder.members().get(step.index()).type(), target, member.type());
    }
}
