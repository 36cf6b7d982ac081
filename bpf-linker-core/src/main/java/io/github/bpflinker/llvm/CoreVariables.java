package io.github.bpflinker.llvm;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The global variables that represent CO-RE relocations in a module: {@code llvm.TYPE:KIND:VALUE$ACCESS} for fields,
 * types and enumerators, {@code llvm.btf_type_id.NUMBER$KIND} for type ids ({@code BPFAbstractMemberAccess.cpp}, {@code
 * BPFPreserveDIType.cpp}). Their metadata references the type; code generation parses kind, value and access string
 * from the name, from the first colon on, or after the dollar sign ({@code BTFDebug::generatePatchImmReloc}).
 *
 * <p>LLVM's linker merges variables of the same name, even if their types differ. Before modules are merged, a number
 * that is unique to the module is inserted into the names.
 */
public final class CoreVariables {

    private static final String PREFIX = "llvm.";
    private static final String NEW = "relocation.";
    private static final String TYPE_ID = PREFIX + "btf_type_id.";

    private CoreVariables() {}

    /** Whether a global value is such a variable. */
    public static boolean isOne(GlobalValue value) {
        return value.kind() == GlobalValue.Kind.VARIABLE && value.isDeclaration() && isName(value.name());
    }

    /** Whether a declared variable of that name is one. */
    public static boolean isName(String name) {
        return name.startsWith(PREFIX) && name.indexOf('$') > 0;
    }

    /** The name of the relocation's type in the source, or {@code btf_type_id} for a type id. */
    public static String typeName(String name) {
        return name.startsWith(TYPE_ID) ? "btf_type_id" : typeIn(name).replaceFirst("(\\.\\d+)+$", "");
    }

    /** Inserts a number into the names of the variables of a module. */
    public static void number(Module module, int number) {
        for (GlobalValue value : module.globalValues()) {
            if (isOne(value)) {
                value.setName(withMore(value.name(), "." + number));
            }
        }
    }

    /**
     * Adds copies of the variables to their module, in the order of the list and with temporary names. The C API can't
     * set the attributes that identify them ({@code BPFCORE.h}), so the copies are parsed from IR text, as definitions,
     * because LLVM's linker moves only these.
     *
     * @return the copy of each variable
     */
    static Map<GlobalValue, GlobalValue> addLike(List<GlobalValue> variables, Module module) throws LlvmError {
        StringBuilder ir = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            GlobalValue variable = variables.get(i);
            ir.append('@').append(NEW).append(i).append(" = global i");
            ir.append(variable.valueType().integerWidth());
            ir.append(isTypeId(variable.name()) ? " 0 \"btf_type_id\"\n" : " 0 \"btf_ama\"\n");
        }
        Module added = module.context().parseIr(NEW, StandardCharsets.US_ASCII.encode(ir.toString()));
        added.setDataLayout(module.dataLayout());
        added.setTargetTriple(module.targetTriple());
        module.link(added);
        Map<GlobalValue, GlobalValue> pairs = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            GlobalValue variable = module.find(NEW + i).orElseThrow();
            variable.removeInitializer();
            pairs.put(variables.get(i), variable);
        }
        return pairs;
    }

    /** The type in the name of a variable that is not for a type id. */
    static String typeIn(String name) {
        return name.substring(PREFIX.length(), endOfType(name));
    }

    /** The variable name with another type. */
    static String withType(String name, String type) {
        return PREFIX + type + name.substring(endOfType(name));
    }

    /** Whether it is the name of a variable for a type id. */
    static boolean isTypeId(String name) {
        return name.startsWith(TYPE_ID);
    }

    /** The variable name for a type id, with other numbers. */
    static String typeId(String name, int index, int number) {
        return TYPE_ID + index + "." + number + name.substring(endOfType(name));
    }

    private static String withMore(String name, String more) {
        int end = endOfType(name);
        return name.substring(0, end) + more + name.substring(end);
    }

    private static int endOfType(String name) {
        int colon = isTypeId(name) ? -1 : name.indexOf(':');
        return colon < 0 ? name.indexOf('$') : colon;
    }
}
