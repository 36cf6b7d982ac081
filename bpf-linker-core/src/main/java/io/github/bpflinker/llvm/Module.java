package io.github.bpflinker.llvm;

import com.sun.jna.Pointer;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.llvm.raw.DebugInfoApi;
import io.github.bpflinker.llvm.raw.ModuleApi;
import io.github.bpflinker.llvm.raw.PassApi;
import io.github.bpflinker.llvm.raw.ReadWriteApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Owns an LLVM module. Must be closed before its context. */
public final class Module implements AutoCloseable {

    private static final String IDENT = "llvm.ident";
    private static final String COMPILE_UNITS = "llvm.dbg.cu";
    /** The language of a {@code DICompileUnit} in IR text, in DWARF 5's numbers or in DWARF 6's names. */
    private static final Pattern LANGUAGE_C =
            Pattern.compile("language: DW_LANG_C(89|99|11|17|23)?\\b|sourceLanguageName: DW_LNAME_C\\b");

    private final Context context;
    private final Object keptAlive;
    private long handle;

    /**
     * Creates an owner of a module.
     *
     * @param keptAlive the buffer that the module reads from while it is open
     */
    Module(Context context, long handle, Object keptAlive) {
        this.context = context;
        this.handle = handle;
        this.keptAlive = keptAlive;
    }

    /** Its context. */
    public Context context() {
        return context;
    }

    public String dataLayout() {
        return NativeStrings.borrowed(ModuleApi.LLVMGetDataLayoutStr(handle));
    }

    public void setDataLayout(String layout) {
        ModuleApi.LLVMSetDataLayout(handle, layout);
    }

    public String targetTriple() {
        return NativeStrings.borrowed(ModuleApi.LLVMGetTarget(handle));
    }

    public void setTargetTriple(String triple) {
        ModuleApi.LLVMSetTarget(handle, triple);
    }

    /** Sets its source file name, which is shown in IR and in the object's {@code STT_FILE} symbol. */
    public void setName(String name) {
        ModuleApi.LLVMSetModuleIdentifier(handle, name, NativeStrings.utf8Length(name));
        ModuleApi.LLVMSetSourceFileName(handle, name, NativeStrings.utf8Length(name));
    }

    /** The compilers named in {@code llvm.ident}: {@code clang version 22.1.8}. */
    public List<String> compilers() {
        List<String> found = new ArrayList<>();
        for (long node : namedMetadata(IDENT)) {
            long[] operands = new long[ModuleApi.LLVMGetMDNodeNumOperands(node)];
            if (operands.length == 0) {
                continue;
            }
            ModuleApi.LLVMGetMDNodeOperands(node, operands);
            int[] length = new int[1];
            Pointer text = operands[0] == 0 ? null : ModuleApi.LLVMGetMDString(operands[0], length);
            if (text != null) {
                found.add(NativeStrings.borrowed(text, length[0]));
            }
        }
        return found;
    }

    /**
     * Whether all its compilation units with debug information say that they are C. False without debug information.
     */
    public boolean isDescribedAsC() {
        long[] units = namedMetadata(COMPILE_UNITS);
        // The C API has no accessor for the language. A unit is no operand of an instruction, so that LLVM numbers no
        // metadata of the module to print it.
        return units.length > 0
                && Arrays.stream(units).allMatch(unit -> LANGUAGE_C
                        .matcher(NativeStrings.owned(ValueApi.LLVMPrintValueToString(unit)))
                        .find());
    }

    private long[] namedMetadata(String name) {
        long[] nodes = new long[ModuleApi.LLVMGetNamedMetadataNumOperands(handle, name)];
        if (nodes.length > 0) {
            ModuleApi.LLVMGetNamedMetadataOperands(handle, name, nodes);
        }
        return nodes;
    }

    public String inlineAssembly() {
        long[] length = new long[1];
        return NativeStrings.borrowed(ModuleApi.LLVMGetModuleInlineAsm(handle, length), length[0]);
    }

    public void setInlineAssembly(String text) {
        ModuleApi.LLVMSetModuleInlineAsm2(handle, text, NativeStrings.utf8Length(text));
    }

    /** A snapshot of all functions, declared or defined. */
    public List<Function> functions() {
        List<Function> found = new ArrayList<>();
        for (long each = ModuleApi.LLVMGetFirstFunction(handle);
                each != 0;
                each = ModuleApi.LLVMGetNextFunction(each)) {
            found.add(new Function(each));
        }
        return found;
    }

    /** A snapshot of all functions, variables, aliases and ifuncs, declared or defined. */
    public List<GlobalValue> globalValues() {
        List<GlobalValue> found = new ArrayList<>(functions());
        add(found, ModuleApi.LLVMGetFirstGlobal(handle), GlobalValue.Kind.VARIABLE);
        add(found, ModuleApi.LLVMGetFirstGlobalAlias(handle), GlobalValue.Kind.ALIAS);
        add(found, ModuleApi.LLVMGetFirstGlobalIFunc(handle), GlobalValue.Kind.IFUNC);
        return found;
    }

    /**
     * What was added last, which is at the ends of LLVM's lists.
     *
     * @param known whether a global value was there before; what is older is left out
     */
    public List<GlobalValue> latestGlobalValues(Predicate<GlobalValue> known) {
        List<GlobalValue> found = new ArrayList<>();
        addLatest(found, ModuleApi.LLVMGetLastFunction(handle), GlobalValue.Kind.FUNCTION, known);
        addLatest(found, ModuleApi.LLVMGetLastGlobal(handle), GlobalValue.Kind.VARIABLE, known);
        addLatest(found, ModuleApi.LLVMGetLastGlobalAlias(handle), GlobalValue.Kind.ALIAS, known);
        addLatest(found, ModuleApi.LLVMGetLastGlobalIFunc(handle), GlobalValue.Kind.IFUNC, known);
        return found;
    }

    private static void addLatest(
            List<GlobalValue> list, long last, GlobalValue.Kind kind, Predicate<GlobalValue> known) {
        for (long each = last; each != 0; ) {
            GlobalValue value = new GlobalValue(each, kind);
            if (known.test(value)) {
                return;
            }
            list.add(value);
            each = value.previous();
        }
    }

    private static void add(List<GlobalValue> list, long first, GlobalValue.Kind kind) {
        for (long each = first; each != 0; ) {
            GlobalValue value = new GlobalValue(each, kind);
            list.add(value);
            each = value.next();
        }
    }

    /** The function, variable or alias of that name, declared or defined. */
    public Optional<GlobalValue> find(String name) {
        long found = ModuleApi.LLVMGetNamedFunction(handle, name);
        if (found != 0) {
            return Optional.of(new Function(found));
        }
        found = ModuleApi.LLVMGetNamedGlobal(handle, name);
        if (found != 0) {
            return Optional.of(new GlobalValue(found, GlobalValue.Kind.VARIABLE));
        }
        found = ModuleApi.LLVMGetNamedGlobalAlias(handle, name, NativeStrings.utf8Length(name));
        return found == 0 ? Optional.empty() : Optional.of(new GlobalValue(found, GlobalValue.Kind.ALIAS));
    }

    /** The function of that name, declared or defined. */
    public Optional<Function> function(String name) {
        long found = ModuleApi.LLVMGetNamedFunction(handle, name);
        return found == 0 ? Optional.empty() : Optional.of(new Function(found));
    }

    /**
     * Moves the content of another module of the same context into this one; the other is closed.
     *
     * @throws LlvmError if they are not compatible; this module must not be used afterwards
     */
    public void link(Module other) throws LlvmError {
        long source = other.handle;
        other.handle = 0;
        try {
            if (ReadWriteApi.LLVMLinkModules2(handle, source) != 0) {
                throw new LlvmError(firstError().orElse("no reason given"));
            }
        } finally {
            Reference.reachabilityFence(other.keptAlive);
        }
    }

    /** Returns a copy in the same context. */
    public Module copy() {
        return new Module(context, ModuleApi.LLVMCloneModule(handle), new Object());
    }

    /** Removes all debug information. */
    public void stripDebugInfo() {
        DebugInfoApi.LLVMStripModuleDebugInfo(handle);
    }

    /** Runs LLVM's verifier; returns its message if the module is invalid. */
    public Optional<String> verify() {
        long[] message = new long[1];
        boolean broken = ReadWriteApi.LLVMVerifyModule(handle, 2, message) != 0;
        String text = NativeStrings.owned(message);
        return broken ? Optional.of(text) : Optional.empty();
    }

    /**
     * Runs passes.
     *
     * @param pipeline in the syntax of {@code opt -passes}
     * @throws LlvmError if the pipeline has an error
     */
    public void runPasses(String pipeline, TargetMachine machine) throws LlvmError {
        long options = PassApi.LLVMCreatePassBuilderOptions();
        try {
            long error = PassApi.LLVMRunPasses(handle, pipeline, machine.handle, options);
            if (error != 0) {
                Pointer message = PassApi.LLVMGetErrorMessage(error);
                String text = NativeStrings.borrowed(message);
                PassApi.LLVMDisposeErrorMessage(message);
                throw new LlvmError(text);
            }
        } finally {
            PassApi.LLVMDisposePassBuilderOptions(options);
        }
    }

    /** The module as IR text. */
    public String toIr() {
        return NativeStrings.owned(ModuleApi.LLVMPrintModuleToString(handle));
    }

    /** The module as bitcode. */
    public ByteBuffer toBitcode() {
        return NativeStrings.content(ReadWriteApi.LLVMWriteBitcodeToMemoryBuffer(handle));
    }

    long handle() {
        return handle;
    }

    private Optional<String> firstError() {
        return context.takeMessages().stream()
                .filter(message -> message.severity() == Severity.ERROR)
                .map(LlvmMessage::text)
                .findFirst();
    }

    @Override
    public void close() {
        try {
            if (handle != 0) {
                ModuleApi.LLVMDisposeModule(handle);
                handle = 0;
            }
        } finally {
            Reference.reachabilityFence(keptAlive);
        }
    }
}
