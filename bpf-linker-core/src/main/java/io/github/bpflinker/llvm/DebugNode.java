package io.github.bpflinker.llvm;

import com.sun.jna.Pointer;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.DebugInfoApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A node of debug information metadata, or a tuple of nodes. Valid until its context is closed. Two instances are equal
 * if they denote the same node.
 */
public final class DebugNode {

    /** {@code DW_TAG_variant_part} of DWARF 5: the discriminated part of a Rust enum. */
    public static final int VARIANT_PART = 0x33;

    /** {@code LLVMMetadataKind} of {@code llvm-c/DebugInfo.h}. */
    private static final int TUPLE_KIND = 4;

    private static final int BASIC_TYPE_KIND = 11;
    private static final int COMPOSITE_TYPE_KIND = 13;
    private static final int DERIVED_TYPE_KIND = 12;
    private static final int SUBROUTINE_TYPE_KIND = 14;
    private static final int FILE_KIND = 15;
    private static final int COMPILE_UNIT_KIND = 16;

    private static final int SUBPROGRAM_KIND = 17;
    private static final int LOCAL_VARIABLE_KIND = 25;

    private static final Set<Integer> LEADING_TO_TYPES = Set.of(
            TUPLE_KIND,
            BASIC_TYPE_KIND,
            DERIVED_TYPE_KIND,
            COMPOSITE_TYPE_KIND,
            SUBROUTINE_TYPE_KIND,
            LOCAL_VARIABLE_KIND);

    /** {@code DW_TAG_pointer_type}, {@code DW_TAG_reference_type}, {@code DW_TAG_rvalue_reference_type} of DWARF 5. */
    private static final Set<Integer> POINTERS = Set.of(0x0f, 0x10, 0x42);

    /** {@code DW_TAG_array_type} of DWARF 5. */
    private static final int ARRAY_TYPE = 0x01;

    /** {@code DW_ATE_unsigned} of DWARF 5. */
    static final int UNSIGNED_ENCODING = 7;

    private static final int NAME_OPERAND = 2;
    private static final int ELEMENTS_OPERAND = 4;

    private final long context;
    private final long metadata;
    private final long value;

    private DebugNode(long context, long metadata) {
        this.context = context;
        this.metadata = metadata;
        this.value = DebugInfoApi.LLVMMetadataAsValue(context, metadata);
    }

    /** The node of a metadata operand. */
    static DebugNode ofValue(Module module, long value) {
        return new DebugNode(module.context().handle, DebugInfoApi.LLVMValueAsMetadata(value));
    }

    /** The nodes that describe the functions and variables of a module. */
    public static List<DebugNode> roots(Module module) {
        long context = module.context().handle;
        List<DebugNode> roots = new ArrayList<>();
        for (GlobalValue global : module.globalValues()) {
            if (global instanceof Function function) {
                long subprogram = DebugInfoApi.LLVMGetSubprogram(function.handle);
                if (subprogram != 0) {
                    roots.add(new DebugNode(context, subprogram));
                }
            } else if (global.kind() == GlobalValue.Kind.VARIABLE) {
                addAttached(global, context, roots);
            }
        }
        return roots;
    }

    /**
     * Visits every node reachable from the functions and variables of a module in pre-order, so that the visitor can
     * replace the operands of a node before they are visited.
     */
    public static void visit(Module module, Consumer<DebugNode> visitor) {
        Deque<DebugNode> open = new ArrayDeque<>(roots(module));
        Set<DebugNode> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            DebugNode node = open.removeFirst();
            visitor.accept(node);
            for (DebugNode operand : node.operands()) {
                if (!operand.isFileOrUnit() && seen.add(operand)) {
                    open.add(operand);
                }
            }
        }
    }

    /**
     * The named types reachable from {@code roots}. Members of structs are not followed.
     *
     * @param roots subprograms, or types
     */
    static Set<DebugNode> namedTypes(List<DebugNode> roots) {
        Set<DebugNode> named = new LinkedHashSet<>();
        Set<DebugNode> seen = new HashSet<>(roots);
        Deque<DebugNode> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            DebugNode node = open.removeFirst();
            if (node.isType() && !node.name().isEmpty()) {
                named.add(node);
            }
            if (!node.isCompositeType() || node.tag() == ARRAY_TYPE) {
                node.operands().stream()
                        .filter(operand -> LEADING_TO_TYPES.contains(operand.kind()) && seen.add(operand))
                        .forEach(open::add);
            }
        }
        return named;
    }

    /** The {@code DISubprogram} of a function, if it has one. */
    static Optional<DebugNode> ofFunction(Module module, Function function) {
        long subprogram = DebugInfoApi.LLVMGetSubprogram(function.handle);
        return subprogram == 0 ? Optional.empty() : Optional.of(new DebugNode(module.context().handle, subprogram));
    }

    /** The metadata of a kind, such as {@code llvm.preserve.access.index}, that is attached to an instruction. */
    static Optional<DebugNode> attachedTo(Module module, IrInstruction instruction, String kind) {
        long value = ValueApi.LLVMGetMetadata(instruction.handle, ContextApi.LLVMGetMDKindID(kind, kind.length()));
        return value == 0
                ? Optional.empty()
                : Optional.of(new DebugNode(module.context().handle, DebugInfoApi.LLVMValueAsMetadata(value)));
    }

    /** Creates an unsigned integer type in the debug information of a module. */
    public static DebugNode unsignedType(Module module, String name, long bits) {
        long builder = DebugInfoApi.LLVMCreateDIBuilder(module.handle());
        try {
            long type =
                    DebugInfoApi.LLVMDIBuilderCreateBasicType(builder, name, name.length(), bits, UNSIGNED_ENCODING, 0);
            return new DebugNode(module.context().handle, type);
        } finally {
            DebugInfoApi.LLVMDisposeDIBuilder(builder);
        }
    }

    private static void addAttached(GlobalValue global, long context, List<DebugNode> nodes) {
        long[] count = new long[1];
        Pointer entries = DebugInfoApi.LLVMGlobalCopyAllMetadata(global.handle, count);
        if (entries == null) {
            return;
        }
        try {
            for (int i = 0; i < count[0]; i++) {
                nodes.add(new DebugNode(context, DebugInfoApi.LLVMValueMetadataEntriesGetMetadata(entries, i)));
            }
        } finally {
            DebugInfoApi.LLVMDisposeValueMetadataEntries(entries);
        }
    }

    /** Copies the metadata attachments of a variable to another. */
    static void copyAttachments(long from, long to) {
        long[] count = new long[1];
        Pointer entries = DebugInfoApi.LLVMGlobalCopyAllMetadata(from, count);
        if (entries == null) {
            return;
        }
        try {
            for (int i = 0; i < count[0]; i++) {
                DebugInfoApi.LLVMGlobalSetMetadata(
                        to,
                        DebugInfoApi.LLVMValueMetadataEntriesGetKind(entries, i),
                        DebugInfoApi.LLVMValueMetadataEntriesGetMetadata(entries, i));
            }
        } finally {
            DebugInfoApi.LLVMDisposeValueMetadataEntries(entries);
        }
    }

    private int kind() {
        return DebugInfoApi.LLVMGetMetadataKind(metadata);
    }

    /** Whether it is a file or compilation unit, which references much that the module does not use. */
    public boolean isFileOrUnit() {
        int kind = kind();
        return kind == FILE_KIND || kind == COMPILE_UNIT_KIND;
    }

    /** Whether it is a {@code DICompositeType}: a struct, union, enumeration, array or variant part. */
    public boolean isCompositeType() {
        return kind() == COMPOSITE_TYPE_KIND;
    }

    /** Whether it is a function. */
    public boolean isSubprogram() {
        return kind() == SUBPROGRAM_KIND;
    }

    /** Whether it is a pointer or a reference. */
    public boolean isPointerType() {
        return kind() == DERIVED_TYPE_KIND && POINTERS.contains(tag());
    }

    /** Whether it is a type of any class. */
    public boolean isType() {
        int kind = kind();
        return kind == BASIC_TYPE_KIND || kind == DERIVED_TYPE_KIND || kind == COMPOSITE_TYPE_KIND;
    }

    /** Whether it is a {@code DIBasicType}: a number or character. */
    public boolean isBasicType() {
        return kind() == BASIC_TYPE_KIND;
    }

    /** The node as IR text. The C API has no accessors for the encoding of a basic type. */
    public String toIr() {
        return NativeStrings.owned(ValueApi.LLVMPrintValueToString(value));
    }

    /** The size of a type in bits. */
    public long sizeInBits() {
        return DebugInfoApi.LLVMDITypeGetSizeInBits(metadata);
    }

    /** The DWARF tag of a type. */
    public int tag() {
        return Short.toUnsignedInt(DebugInfoApi.LLVMGetDINodeTag(metadata));
    }

    /** The name of a type; empty if it has none. */
    public String name() {
        long[] operands = rawOperands();
        if (operands.length <= NAME_OPERAND || operands[NAME_OPERAND] == 0) {
            return "";
        }
        int[] length = new int[1];
        return NativeStrings.borrowed(DebugInfoApi.LLVMGetMDString(operands[NAME_OPERAND], length), length[0]);
    }

    /** Renames a type or function; an empty name removes it. */
    public void setName(String name) {
        DebugInfoApi.LLVMReplaceMDNodeOperandWith(
                value,
                NAME_OPERAND,
                name.isEmpty()
                        ? 0
                        : DebugInfoApi.LLVMMDStringInContext2(context, name, NativeStrings.utf8Length(name)));
    }

    /** The nodes that it references. */
    public List<DebugNode> operands() {
        List<DebugNode> nodes = new ArrayList<>();
        for (long operand : rawOperands()) {
            if (operand != 0 && DebugInfoApi.LLVMIsAMDNode(operand) != 0) {
                nodes.add(new DebugNode(context, DebugInfoApi.LLVMValueAsMetadata(operand)));
            }
        }
        return nodes;
    }

    /** Replaces each operand with the result of {@code change}. */
    public void changeOperands(UnaryOperator<DebugNode> change) {
        long[] operands = rawOperands();
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] != 0 && DebugInfoApi.LLVMIsAMDNode(operands[i]) != 0) {
                DebugNode operand = new DebugNode(context, DebugInfoApi.LLVMValueAsMetadata(operands[i]));
                DebugNode changed = change.apply(operand);
                if (!changed.equals(operand)) {
                    DebugInfoApi.LLVMReplaceMDNodeOperandWith(value, i, changed.metadata);
                }
            }
        }
    }

    /** The elements of a composite type. */
    public List<DebugNode> elements() {
        long[] operands = rawOperands();
        if (operands.length <= ELEMENTS_OPERAND || operands[ELEMENTS_OPERAND] == 0) {
            return List.of();
        }
        DebugNode tuple = new DebugNode(context, DebugInfoApi.LLVMValueAsMetadata(operands[ELEMENTS_OPERAND]));
        return tuple.kind() == TUPLE_KIND ? tuple.operands() : List.of();
    }

    /** Replaces the elements of a composite type. */
    public void setElements(List<DebugNode> elements) {
        long[] handles = elements.stream().mapToLong(node -> node.metadata).toArray();
        long tuple =
                DebugInfoApi.LLVMMDNodeInContext2(context, handles.length == 0 ? new long[1] : handles, handles.length);
        DebugInfoApi.LLVMReplaceMDNodeOperandWith(value, ELEMENTS_OPERAND, tuple);
    }

    private long[] rawOperands() {
        long[] operands = new long[DebugInfoApi.LLVMGetMDNodeNumOperands(value)];
        if (operands.length > 0) {
            DebugInfoApi.LLVMGetMDNodeOperands(value, operands);
        }
        return operands;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DebugNode node && node.metadata == metadata;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(metadata);
    }
}
