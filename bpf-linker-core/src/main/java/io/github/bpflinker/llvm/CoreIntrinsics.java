package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Accesses that a loader is to adapt to the running kernel (CO-RE), as clang writes them when it runs no passes ({@code
 * -Xclang -disable-llvm-passes}): calls of intrinsics. The first of LLVM's passes makes {@link CoreVariables} of them,
 * under names made of the name of the type alone, and remembers these variables for as long as the process lives ({@code
 * GEPGlobals} of {@code BPFAbstractMemberAccess.cpp}). So of two types of one name the second gets the relocation of the
 * first, and the second module of a process gets a variable of the first module, which is gone. Here each type has a name
 * of its own while that pass runs.
 */
public final class CoreIntrinsics {

    private static final List<String> PREFIXES = List.of(
            "llvm.preserve.array.access.index",
            "llvm.preserve.struct.access.index",
            "llvm.preserve.union.access.index",
            "llvm.bpf.preserve.field.info",
            "llvm.bpf.preserve.type.info",
            "llvm.bpf.preserve.enum.value",
            "llvm.bpf.btf.type.id");

    private static final String ATTACHMENT = "llvm.preserve.access.index";

    /** The pass is at the start of all of LLVM's own pipelines, and can't be asked for by itself. */
    private static final String PIPELINE = "default<O0>";

    private final Module module;
    private final IntSupplier numbers;

    /** The types that are renamed while the pass runs, with their names. */
    private final Map<DebugNode, String> names = new LinkedHashMap<>();

    /** What the types are called in the end, by the names that the pass sees. */
    private final Map<String, String> numbered = new HashMap<>();

    private CoreIntrinsics(Module module, IntSupplier numbers) {
        this.module = module;
        this.numbers = numbers;
    }

    /** Whether a function of that name is one. */
    public static boolean isName(String name) {
        return name.startsWith("llvm.") && PREFIXES.stream().anyMatch(name::startsWith);
    }

    /**
     * Makes variables of those of a module.
     *
     * @param module read with its bodies, with layout and triple of the machine
     * @param numbers what the names of the variables have in them: one for each type, and one for the rest of the module
     * @throws LlvmError if LLVM does not know the pipeline
     */
    public static void lower(Module module, TargetMachine machine, IntSupplier numbers) throws LlvmError {
        new CoreIntrinsics(module, numbers).run(machine);
    }

    private void run(TargetMachine machine) throws LlvmError {
        Llvm llvm = module.context().llvm();
        for (DebugNode type : DebugNode.namedTypes(described())) {
            String name = type.name();
            String unique = name + ".." + llvm.nextNumber();
            names.put(type, name);
            numbered.put(unique, name + "." + numbers.getAsInt());
            type.setName(unique);
        }
        // What the pass remembers is not made for several threads.
        synchronized (llvm) {
            module.runPasses(PIPELINE, machine);
        }
        names.forEach(DebugNode::setName);
        replaceVariables();
    }

    /** What debug information says about the calls, and about the functions that they are in. */
    private List<DebugNode> described() {
        List<DebugNode> found = new ArrayList<>();
        for (Function function : module.functions()) {
            List<DebugNode> ofCalls = new ArrayList<>();
            for (IrInstruction instruction : function.instructions()) {
                DebugNode.attachedTo(module, instruction, ATTACHMENT).ifPresent(ofCalls::add);
            }
            if (!ofCalls.isEmpty()) {
                DebugNode.ofFunction(module, function).ifPresent(found::add);
                found.addAll(ofCalls);
            }
        }
        return found;
    }

    /**
     * Gives the variables their names in the end, and the order in which the code refers to them: the pass makes them in
     * the order of addresses.
     */
    private void replaceVariables() throws LlvmError {
        List<GlobalValue> variables = inOrderOfUse();
        Map<GlobalValue, GlobalValue> replacements = CoreVariables.addLike(variables, module);
        int number = numbers.getAsInt();
        int typeIds = 0;
        for (GlobalValue variable : variables) {
            String name = variable.name();
            String wanted;
            if (CoreVariables.isTypeId(name)) {
                wanted = CoreVariables.typeId(name, typeIds++, number);
            } else {
                String type = CoreVariables.typeIn(name);
                wanted = CoreVariables.withType(name, numbered.getOrDefault(type, type + "." + number));
            }
            GlobalValue replacement = Objects.requireNonNull(replacements.get(variable));
            variable.replaceBy(replacement);
            replacement.setName(wanted);
        }
    }

    /** Right behind the pass only loads refer to them. */
    private List<GlobalValue> inOrderOfUse() {
        Map<Long, GlobalValue> variables = new HashMap<>();
        for (GlobalValue value : module.globalValues()) {
            if (CoreVariables.isOne(value)) {
                variables.put(value.handle, value);
            }
        }
        Set<GlobalValue> ordered = new LinkedHashSet<>();
        for (Function function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (instruction.opcode() == IrInstruction.LOAD) {
                    GlobalValue variable = variables.get(ValueApi.LLVMGetOperand(instruction.handle, 0));
                    if (variable != null) {
                        ordered.add(variable);
                    }
                }
            }
        }
        return List.copyOf(ordered);
    }
}
