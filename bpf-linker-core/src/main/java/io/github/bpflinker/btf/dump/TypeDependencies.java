package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The declarations and definitions that must precede the use of a type in a C header. */
final class TypeDependencies {

    /** The required degree of definition. */
    enum Strength {
        /** A declaration of the tag. */
        DECLARED,
        /** A definition if the order permits it: the elements of an array that is only pointed to. */
        DEFINED_IF_POSSIBLE,
        DEFINED
    }

    /** A required type. */
    record Need(int id, Strength strength) {}

    private final Btf btf;
    private final CIdentifiers names;
    private final OutputBudget budget;
    /** The worklist of the traversal. */
    private final Deque<Need> open = new ArrayDeque<>();

    private final Set<Need> seen = new HashSet<>();
    private final List<Need> found = new ArrayList<>();

    TypeDependencies(Btf btf, CIdentifiers names) {
        this.btf = btf;
        this.names = names;
        this.budget = new OutputBudget(btf);
    }

    /** The dependencies of a variable of the type. */
    List<Need> ofVariable(int id) {
        open.add(new Need(id, Strength.DEFINED));
        return find();
    }

    /** The dependencies of the type's definition. */
    List<Need> ofDefinition(int id) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Typedef typedef) {
            open.add(new Need(typedef.type(), Strength.DECLARED));
        } else if (type instanceof BtfType.Composite composite) {
            addMembers(id, composite);
        }
        return find();
    }

    private List<Need> find() {
        while (!open.isEmpty()) {
            Need next = open.remove();
            if (seen.add(next)) {
                look(next.id(), btf.type(next.id()), next.strength());
            }
        }
        List<Need> all = List.copyOf(found);
        found.clear();
        seen.clear();
        return all;
    }

    private void look(int id, BtfType type, Strength strength) {
        switch (type.kind()) {
            case PTR -> open.add(new Need(((BtfType.Ptr) type).type(), Strength.DECLARED));
            case ARRAY -> open.add(new Need(((BtfType.Array) type).element(), ofElement(strength)));
            case FUNC_PROTO -> {
                budget.spend(id);
                type.forEachReference(part -> open.add(new Need(part, Strength.DECLARED)));
            }
            case CONST, VOLATILE, RESTRICT, TYPE_TAG -> open.add(new Need(((BtfType.Modifier) type).type(), strength));
            case TYPEDEF -> typedef(id, (BtfType.Typedef) type, strength);
            case STRUCT, UNION -> composite(id, (BtfType.Composite) type, strength);
            case ENUM, ENUM64 -> enumeration(id, (BtfType.Enumeration) type);
            case FWD -> found.add(new Need(id, Strength.DECLARED));
            case INT, FLOAT -> {
                if (!names.of(id).isEmpty()) {
                    found.add(new Need(id, Strength.DEFINED));
                }
            }
            default -> {}
        }
    }

    private static Strength ofElement(Strength ofArray) {
        return ofArray == Strength.DECLARED ? Strength.DEFINED_IF_POSSIBLE : ofArray;
    }

    private void typedef(int id, BtfType.Typedef type, Strength strength) {
        found.add(new Need(id, Strength.DEFINED));
        if (strength != Strength.DECLARED) {
            int target = btf.strip(type.type());
            // An anonymous type is defined within the typedef.
            if (!(btf.type(target) instanceof BtfType.Composite composite)
                    || !composite.name().isEmpty()) {
                open.add(new Need(target, strength));
            }
        }
    }

    private void composite(int id, BtfType.Composite type, Strength strength) {
        if (type.name().isEmpty()) {
            addMembers(id, type);
        } else {
            found.add(new Need(id, strength));
        }
    }

    private void addMembers(int id, BtfType.Composite type) {
        budget.spend(id);
        for (BtfType.Member member : type.members()) {
            open.add(new Need(member.type(), Strength.DEFINED));
        }
    }

    private void enumeration(int id, BtfType.Enumeration type) {
        if (!type.name().isEmpty()) {
            found.add(new Need(id, type.enumerators().isEmpty() ? Strength.DECLARED : Strength.DEFINED));
        }
    }
}
