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
 * Lowers the intrinsics with which clang encodes CO-RE accesses when it runs no passes ({@code -Xclang
 * -disable-llvm-passes}) to {@link CoreVariables}. LLVM's pass names the variables after the type only and caches them
 * for the lifetime of the process ({@code GEPGlobals} of {@code BPFAbstractMemberAccess.cpp}). With two types of the
 * same name, the second would get the relocation of the first, and a second module in a process would get a variable of
 * the first module, which is freed. Therefore each type is renamed to a unique name while that pass runs.
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

    /** The pass runs at the start of LLVM's default pipelines and has no name of its own. */
    private static final String PIPELINE = "default<O0>";

    private final Module module;
    private final IntSupplier numbers;

    /** The types that are renamed while the pass runs, with their original names. */
    private final Map<DebugNode, String> names = new LinkedHashMap<>();

    /** The final names of the types by their temporary names. */
    private final Map<String, String> numbered = new HashMap<>();

    private CoreIntrinsics(Module module, IntSupplier numbers) {
        this.module = module;
        this.numbers = numbers;
    }

    /** Whether it is the name of a CO-RE intrinsic. */
    public static boolean isName(String name) {
        return name.startsWith("llvm.") && PREFIXES.stream().anyMatch(name::startsWith);
    }

    /**
     * Lowers the intrinsics of a module.
     *
     * @param module read with its bodies, with layout and triple of the machine
     * @param numbers supplies unique numbers for the names of variables: one for each type, and one for the rest of the
     *     module
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
        // The cache of the pass is not thread-safe.
        synchronized (llvm) {
            module.runPasses(PIPELINE, machine);
        }
        names.forEach(DebugNode::setName);
        replaceVariables();
    }

    /** The debug information of the calls and of the functions that contain them. */
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
     * Gives the variables their final names and sorts them by first use in the code. The pass creates them in the order
     * of addresses, which is not deterministic.
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

    /** The variables in the order of their uses. Directly after the pass all uses are loads. */
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
