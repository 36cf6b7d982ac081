package io.github.bpflinker.map;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.text.NearestNames;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The global variables of a loaded object by their names, in the memory that its programs use (Linux 5.5): what is set is
 * seen by the next instruction of a program, and nothing else is touched.
 *
 * <pre>{@code
 * GlobalVariables globals = GlobalVariables.of(object);
 * globals.variable("limit").set(100);
 * long dropped = globals.variable("counters").field("dropped").number();
 * }</pre>
 *
 * <p>Thread-safe. The memory stays mapped as long as somebody has these variables, even when the object was closed.
 */
public final class GlobalVariables {

    private final String object;
    private final Map<String, Variable> variables;

    private GlobalVariables(String object, Map<String, Variable> variables) {
        this.object = object;
        this.variables = variables;
    }

    /**
     * Those of an object: in {@code .data}, {@code .bss}, {@code .rodata} (which can only be read) and their named variants,
     * as far as its BTF describes them. None on kernels before 5.5.
     *
     * @throws LoadException if the kernel does not map the memory
     */
    public static GlobalVariables of(LoadedObject object) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        object.types().ifPresent(types -> {
            for (LoadedMap map : object.maps()) {
                PlannedMap plan = map.plan();
                if (plan.kind().isGlobalData() && plan.valueType() != 0 && GlobalMemory.isShared(map)) {
                    add(variables, types, map);
                }
            }
        });
        return new GlobalVariables(object.name(), variables);
    }

    private static void add(Map<String, Variable> variables, Btf types, LoadedMap map) {
        if (!(types.type(map.plan().valueType()) instanceof BtfType.Datasec section)) {
            return;
        }
        ByteBuffer memory = GlobalMemory.of(map);
        boolean frozen = map.plan().kind().isFrozen();
        for (BtfType.SectionVar each : section.vars()) {
            if (types.type(each.type()) instanceof BtfType.Var named) {
                variables.put(
                        named.name(),
                        new Variable(
                                named.name(),
                                types,
                                named.type(),
                                memory,
                                new Variable.Place(each.offset() * 8, 0),
                                frozen));
            }
        }
    }

    /** Their names. */
    public Set<String> names() {
        return Set.copyOf(variables.keySet());
    }

    /**
     * The variable of a name.
     *
     * @throws NoSuchElementException if there is none
     */
    public Variable variable(String name) {
        Variable variable = variables.get(name);
        if (variable == null) {
            List<String> names = new ArrayList<>(variables.keySet());
            List<String> near = NearestNames.of(name, names, 1);
            throw new NoSuchElementException("object '" + object + "' has no global variable '" + name + "'"
                    + (near.isEmpty() ? "; it has " + names : "; did you mean '" + near.get(0) + "'?"));
        }
        return variable;
    }
}
