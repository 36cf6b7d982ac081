package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.ModelTypes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a module that defines markers, as IR text. A CO-RE relocation is a load of a variable whose name says kind,
 * value and access, and whose metadata is the type; the call of {@code llvm.bpf.passthrough} keeps LLVM from computing
 * with two of them before code generation, which could not be relocated ({@code BPFAbstractMemberAccess.cpp}).
 */
final class MarkerModule {

    /** The array that keeps the declarations of externs until the module is linked. */
    static final String KEEP = "__bpf_marker.externs";

    private static final int UNIT = 1;
    private static final int FILE = 2;
    private static final int FIRST_TYPE = 10;

    /** Behind the nodes of the types. */
    private static final int FIRST_OF_EXTERNS = 10_000_000;

    private static final String UNTYPED = "!3";

    /** Beyond the numbers of the inputs; they are numbered anew before optimization. */
    private static final int FIRST_PASSTHROUGH = 900_001;

    private static final String PASSTHROUGH = "llvm.bpf.passthrough.i64.i64";

    private final LocalLayout layout;
    private final Btf types;
    private final CoreRelocator values;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> nodes = new ArrayList<>();
    private final Map<String, String> markers = new LinkedHashMap<>();
    private int passthroughs;
    private int nextNode = FIRST_OF_EXTERNS;

    /**
     * @param layout all types that the markers need
     * @param order the byte order of the target
     */
    MarkerModule(LocalLayout layout, ByteOrder order) {
        this.layout = layout;
        this.types = layout.types("markers", order);
        ModelTypes none = new ModelTypes("no types", Btf.of("no types", order, List.of()));
        this.values = new CoreRelocator(new ModelTypes("markers", types), none, List::of, order);
    }

    /** Defines a marker as the value of a relocation. */
    void relocation(String symbol, CoreRelocation.Kind kind, LocalAccess access) {
        int root = layout.add(access.root());
        String path = layout.access(access);
        long value = values.resolve(root, path, kind).original();
        boolean isTypeId = kind == CoreRelocation.Kind.TYPE_ID_LOCAL || kind == CoreRelocation.Kind.TYPE_ID_TARGET;
        // No module's number starts with 0, so the name is not one of an input's.
        String number = ".0" + root;
        String variable = isTypeId
                ? "llvm.btf_type_id" + number + "$" + kind.code()
                : "llvm." + types.type(root).name() + number + ":" + kind.code() + ":" + value + "$" + path;
        variables.putIfAbsent(
                variable,
                "@" + quoted(variable) + " = external global i64, !llvm.preserve.access.index "
                        + DebugInfoText.node(root, FIRST_TYPE) + (isTypeId ? " #1\n" : " #0\n"));
        markers.putIfAbsent(variable, symbol);
        define("i64", symbol, "");
        text.append("  %1 = load i64, ptr @").append(quoted(variable)).append('\n');
        text.append("  %2 = call i64 @").append(PASSTHROUGH).append("(i32 ").append(FIRST_PASSTHROUGH + passthroughs++);
        text.append(", i64 %1)\n");
        boolean aggregate =
                kind == CoreRelocation.Kind.FIELD_BYTE_OFFSET && LocalAccess.composite(access.end()) != null;
        // A load at the offset of a struct is of its first member, and must not get the relocation of the struct, whose
        // size differs from that of the load.
        text.append(aggregate ? "  %3 = call i64 asm \"\", \"=r,0\"(i64 %2)\n  ret i64 %3\n}\n" : "  ret i64 %2\n}\n");
    }

    /** Defines a marker as an access to memory. */
    void access(Marker.Access access) {
        String type = access.irType();
        boolean load = access.operation() == Marker.Operation.LOAD;
        define(load ? type : "void", access.symbol(), load ? "ptr %at" : "ptr %at, " + type + " %value");
        text.append(
                switch (access.operation()) {
                    case LOAD -> "  %value = load volatile " + type + ", ptr %at, align ";
                    case STORE -> "  store volatile " + type + " %value, ptr %at, align ";
                    case ADD -> "  %1 = atomicrmw add ptr %at, " + type + " %value monotonic, align ";
                });
        text.append(access.bytes()).append(load ? "\n  ret " + type + " %value\n}\n" : "\n  ret void\n}\n");
    }

    /** Defines a marker as the question whether the kernel has a symbol. */
    void question(Marker.KernelSymbol marker) {
        define("i64", marker.symbol(), "");
        text.append("  %1 = icmp ne ptr @").append(quoted(marker.name())).append(", null\n");
        text.append("  %2 = zext i1 %1 to i64\n  ret i64 %2\n}\n");
    }

    private void define(String result, String symbol, String parameters) {
        text.append("define linkonce_odr hidden ").append(result).append(" @").append(quoted(symbol));
        text.append('(').append(parameters).append(") #2 {\n");
    }

    /** Declares symbols that the loader resolves. */
    void externs(Collection<MarkerExtern> externs) {
        for (MarkerExtern symbol : externs) {
            text.append(symbol.declaration(symbol.isFunction() ? function(symbol) : variable(symbol)));
        }
        if (!externs.isEmpty()) {
            text.append('@')
                    .append(KEEP)
                    .append(" = global [")
                    .append(externs.size())
                    .append(" x ptr] [");
            text.append(String.join(
                    ", ",
                    externs.stream()
                            .map(symbol -> "ptr @" + quoted(symbol.name()))
                            .toList()));
            text.append("]\n");
        }
    }

    private String function(MarkerExtern symbol) {
        int type = layout.add(symbol.type());
        String own = "!" + nextNode++;
        List<String> parameters = new ArrayList<>();
        for (BtfType.Param parameter : ((BtfType.FuncProto) types.type(type)).params()) {
            int number = parameters.size() + 1;
            String name = parameter.name().isEmpty() ? "arg" + number : parameter.name();
            parameters.add(add("!DILocalVariable(name: \"" + name + "\", arg: " + number + ", scope: " + own
                    + ", file: !" + FILE + ", line: 1, type: " + DebugInfoText.node(parameter.type(), FIRST_TYPE)
                    + ")"));
        }
        String retained = add("!{" + String.join(", ", parameters) + "}");
        nodes.add(own + " = !DISubprogram(name: \"" + symbol.name() + "\", scope: !" + FILE + ", file: !" + FILE
                + ", line: 1, type: " + DebugInfoText.node(type, FIRST_TYPE)
                + ", flags: DIFlagPrototyped, spFlags: DISPFlagOptimized, retainedNodes: " + retained + ")");
        return own;
    }

    private String variable(MarkerExtern symbol) {
        int type = layout.add(symbol.type());
        String described = add("distinct !DIGlobalVariable(name: \"" + symbol.name() + "\", scope: !" + UNIT
                + ", file: !" + FILE + ", line: 1, type: "
                + (type == 0 ? UNTYPED : DebugInfoText.node(type, FIRST_TYPE))
                + ", isLocal: false, isDefinition: false)");
        return add("!DIGlobalVariableExpression(var: " + described + ", expr: !DIExpression())");
    }

    private String add(String node) {
        String number = "!" + nextNode++;
        nodes.add(number + " = " + node);
        return number;
    }

    /** The marker of each variable that stands for a relocation. */
    Map<String, String> markers() {
        return markers;
    }

    /** The IR. */
    String toIr() {
        String head = """
                declare i64 @%s(i32, i64)
                attributes #0 = { "btf_ama" }
                attributes #1 = { "btf_type_id" }
                attributes #2 = { alwaysinline nounwind }
                !llvm.dbg.cu = !{!%d}
                !llvm.module.flags = !{!4, !5}
                !%d = distinct !DICompileUnit(language: DW_LANG_C11, file: !%d, producer: "bpf-linker", \
                isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
                !%d = !DIFile(filename: "kernel", directory: "")
                %s = !DIDerivedType(tag: DW_TAG_const_type, baseType: null)
                !4 = !{i32 2, !"Debug Info Version", i32 3}
                !5 = !{i32 7, !"Dwarf Version", i32 4}
                """.formatted(PASSTHROUGH, UNIT, UNIT, FILE, FILE, UNTYPED);
        return String.join("", variables.values()) + text + head + String.join("\n", nodes) + "\n"
                + DebugInfoText.of(types, FIRST_TYPE);
    }

    /** A symbol in the syntax of IR. */
    static String quoted(String symbol) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte each : Objects.requireNonNull(symbol).getBytes(StandardCharsets.UTF_8)) {
            if (each == '"' || each == '\\' || each < ' ') {
                quoted.append('\\').append("%02X".formatted(each & 0xff));
            } else {
                quoted.append((char) each);
            }
        }
        return quoted.append('"').toString();
    }
}
