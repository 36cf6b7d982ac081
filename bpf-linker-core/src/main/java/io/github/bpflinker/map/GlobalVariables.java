package io.github.bpflinker.map;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.syscall.Mapping;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.text.NearestNames;
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

    private static final int READ = 1;
    private static final int READ_AND_WRITE = 3;

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
                boolean mappable = (map.shape().flags() & MapShape.MMAPABLE) != 0;
                if (plan.kind().isGlobalData() && plan.valueType() != 0 && mappable) {
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
        SystemCalls calls = map.descriptor().kernel().bpf().calls();
        boolean frozen = map.plan().kind().isFrozen();
        int page = calls.pageSize();
        int length = (map.shape().valueSize() + page - 1) / page * page;
        Mapping[] mapping = new Mapping[1];
        map.descriptor().call(fd -> {
            mapping[0] = Mapping.of(calls, fd, 0, length, frozen ? READ : READ_AND_WRITE, answer -> map.descriptor()
                    .refusal("mmap", answer));
            return 0;
        });
        for (BtfType.SectionVar each : section.vars()) {
            if (types.type(each.type()) instanceof BtfType.Var named) {
                variables.put(
                        named.name(),
                        new Variable(
                                named.name(),
                                types,
                                named.type(),
                                mapping[0].bytes(),
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
