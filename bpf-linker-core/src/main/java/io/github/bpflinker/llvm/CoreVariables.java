package io.github.bpflinker.llvm;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that stand for CO-RE relocations in a module: {@code llvm.TYPE:KIND:VALUE$ACCESS} for fields, types and
 * enumerators, {@code llvm.btf_type_id.NUMBER$KIND} for type ids ({@code BPFAbstractMemberAccess.cpp}, {@code
 * BPFPreserveDIType.cpp}). Which type is meant is in their metadata; code generation reads kind, value and access out of
 * the name, from the first colon on, or behind the dollar sign ({@code BTFDebug::generatePatchImmReloc}).
 *
 * <p>LLVM makes one of two variables that have the same name in two modules, though their types may differ: before
 * modules are merged, each has to have a number of its own in its names.
 */
public final class CoreVariables {

    private static final String PREFIX = "llvm.";
    private static final String NEW = "relocation.";
    private static final String TYPE_ID = PREFIX + "btf_type_id.";

    private CoreVariables() {}

    /** Whether it is one. */
    public static boolean isOne(GlobalValue value) {
        return value.kind() == GlobalValue.Kind.VARIABLE && value.isDeclaration() && isName(value.name());
    }

    /** Whether a variable of that name, if it is only declared, is one. */
    public static boolean isName(String name) {
        return name.startsWith(PREFIX) && name.indexOf('$') > 0;
    }

    /** What the source calls the type of a relocation; that it is the id of a type if that is what is asked for. */
    public static String typeName(String name) {
        return name.startsWith(TYPE_ID) ? "btf_type_id" : typeIn(name).replaceFirst("(\\.\\d+)+$", "");
    }

    /** Puts a number into the names of those of a module. */
    public static void number(Module module, int number) {
        for (GlobalValue value : module.globalValues()) {
            if (isOne(value)) {
                value.setName(withMore(value.name(), "." + number));
            }
        }
    }

    /**
     * Adds variables that stand for the same relocations to their module, in the order of the list, under names that
     * don't matter. The C API has no way to give variables the attributes by which code generation knows them ({@code
     * BPFCORE.h}), so they come out of IR text, as
     * definitions: LLVM moves no others.
     *
     * @return the new one of each
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

    /** The type in the name of one that stands for no id. */
    static String typeIn(String name) {
        return name.substring(PREFIX.length(), endOfType(name));
    }

    /** The name of one for another type. */
    static String withType(String name, String type) {
        return PREFIX + type + name.substring(endOfType(name));
    }

    /** Whether it stands for the id of a type. */
    static boolean isTypeId(String name) {
        return name.startsWith(TYPE_ID);
    }

    /** The name of one that stands for the id of a type, with other numbers. */
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
