package io.github.bpflinker.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A struct or union that a class is written for.
 *
 * @param declared in the source, as in {@code struct flow_key}
 * @param size in bytes
 * @param union whether it is a union, all of whose members begin at its start
 * @param overlaid whether its record keeps bytes, because members overlap or are too many for a constructor
 * @param nested structs, unions and enumerations without a name in it
 */
record CompositeModel(
        ClassName name,
        String declared,
        int size,
        boolean union,
        boolean overlaid,
        List<Member> members,
        List<CompositeModel> nested,
        List<EnumModel> nestedEnums) {

    CompositeModel {
        members = List.copyOf(members);
        nested = List.copyOf(nested);
        nestedEnums = List.copyOf(nestedEnums);
    }

    /** The simple names of the classes in its class, at any depth. */
    List<String> nestedNames() {
        List<String> names = new ArrayList<>();
        for (CompositeModel each : nested) {
            names.add(each.name().simple());
            names.addAll(each.nestedNames());
        }
        nestedEnums.forEach(each -> names.add(each.name().simple()));
        return names;
    }

    /** The members that C reaches by their names alone: those of anonymous unions instead of the unions. */
    List<Member> reachable() {
        List<Member> reachable = new ArrayList<>();
        for (Member member : members) {
            if (member.inside().isEmpty()) {
                reachable.add(member);
            } else {
                reachable.addAll(member.inside());
            }
        }
        return reachable;
    }
}
