package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A section of global variables.
 *
 * @param name the class of its variables
 * @param values the class that sets them before they are loaded
 * @param method that has them
 */
record SectionModel(
        String label, PlannedMap.Kind kind, String name, String values, String method, List<Variable> variables) {

    private static final Set<String> RESERVED = Set.of("memory", "at", "place", "inside", "put");

    /**
     * A global variable.
     *
     * @param name in Java
     * @param label in the source
     */
    record Variable(String name, String label, String declared, Shape shape) {}

    SectionModel {
        variables = List.copyOf(variables);
    }

    /** Empty if the map is no section that can be read in memory, or has no variables. */
    static Optional<SectionModel> of(ObjectModel model, PlannedMap map, Scope classes, Scope methods) {
        Btf btf = model.catalog().btf();
        boolean readable = map.kind().isGlobalData() && (map.shape().flags() & MapShape.MMAPABLE) != 0;
        if (!readable || !(btf.type(map.valueType()) instanceof BtfType.Datasec section)) {
            return Optional.empty();
        }
        Shapes shapes = new Shapes(model.catalog());
        TypeText text = new TypeText(btf);
        Scope scope = new Scope(RESERVED);
        List<Variable> variables = new ArrayList<>();
        for (BtfType.SectionVar each : section.vars()) {
            if (btf.type(each.type()) instanceof BtfType.Var variable && !isForTypes(btf, each.type(), variable)) {
                shapes.of(variable.type(), unnamed -> model.catalog().classOf(unnamed, variable.name()))
                        .filter(shape -> shape.size() > 0)
                        .ifPresent(shape -> variables.add(new Variable(
                                scope.unique(JavaNames.ofMember(variable.name()), derived(shape)),
                                variable.name(),
                                text.of(variable.type()),
                                shape)));
            }
        }
        if (variables.isEmpty()) {
            return Optional.empty();
        }
        String name = classes.unique(JavaNames.ofClass(map.name()), "Section");
        String values = map.kind() == PlannedMap.Kind.RODATA ? classes.unique(name + "Values") : "";
        return Optional.of(new SectionModel(
                map.name(), map.kind(), name, values, methods.unique(JavaNames.ofMember(map.name())), variables));
    }

    /** The ends of the names of further methods without parameters that the variable has. */
    private static List<String> derived(Shape shape) {
        return shape instanceof Shape.EnumNumber
                ? List.of("Value")
                : shape instanceof Shape.Struct ? List.of("View") : List.of();
    }

    /** Whether a variable is there only to have a type described. */
    private static boolean isForTypes(Btf btf, int id, BtfType.Var variable) {
        return ObjectModel.isUnused(variable.name())
                && ObjectModel.target(btf, id).isPresent();
    }

    /** Whether its variables can be set before they are loaded, and only then. */
    boolean isSettable() {
        return kind == PlannedMap.Kind.RODATA;
    }

    /** Whether its variables can be set after they are loaded. */
    boolean isWritable() {
        return !kind.isFrozen();
    }

    List<String> classes() {
        return isSettable() ? List.of(name, values) : List.of(name);
    }
}
