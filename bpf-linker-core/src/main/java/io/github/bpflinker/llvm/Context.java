package io.github.bpflinker.llvm;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.DiagnosticHandler;
import io.github.bpflinker.llvm.raw.ModuleApi;
import io.github.bpflinker.llvm.raw.ReadWriteApi;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Owns an LLVM context with its types, metadata and modules. Not thread-safe. Diagnostics of LLVM are collected and
 * returned by {@link #takeMessages()}; without a handler LLVM would print them and, for an error, exit.
 */
public final class Context implements AutoCloseable {

    final long handle;
    private final Llvm llvm;
    private final List<LlvmMessage> messages = new ArrayList<>();

    /** Referenced by this field so that it is not collected while LLVM can call it. */
    private final DiagnosticHandler handler;

    /** Creates a context that collects errors and warnings. */
    public Context(Llvm llvm) {
        this(llvm, Severity.WARNING);
    }

    /**
     * Creates a context.
     *
     * @param lowest the lowest severity to collect; LLVM reports many notes for each function
     */
    public Context(Llvm llvm, Severity lowest) {
        this.llvm = Objects.requireNonNull(llvm, "llvm");
        handle = ContextApi.LLVMContextCreate();
        handler = (diagnostic, data) -> {
            Severity severity = LlvmMessage.severity(ContextApi.LLVMGetDiagInfoSeverity(diagnostic));
            if (severity.compareTo(lowest) <= 0) {
                messages.add(new LlvmMessage(
                        severity,
                        NativeStrings.owned(ContextApi.LLVMGetDiagInfoDescription(diagnostic))
                                .strip()));
            }
        };
        ContextApi.LLVMContextSetDiagnosticHandler(handle, handler, null);
    }

    /** The library of this context. */
    Llvm llvm() {
        return llvm;
    }

    /** Creates an empty module. */
    public Module newModule(String name) {
        return new Module(this, ModuleApi.LLVMModuleCreateWithNameInContext(name, handle), new Object());
    }

    /**
     * Opens bitcode lazily: function bodies are read on demand.
     *
     * @param name for messages
     * @param bitcode not copied if it is a direct buffer, which then must not be modified until the module is closed
     * @throws LlvmError if it is not bitcode that this LLVM can read
     */
    public Module openBitcode(String name, ByteBuffer bitcode) throws LlvmError {
        Object keptAlive = bitcode;
        Pointer start;
        if (bitcode.isDirect()) {
            ByteBuffer slice = bitcode.slice();
            start = Native.getDirectBufferPointer(slice);
        } else {
            Memory copy = copyOf(bitcode, 0);
            keptAlive = copy;
            start = copy;
        }
        long buffer = ModuleApi.LLVMCreateMemoryBufferWithMemoryRange(start, bitcode.remaining(), name, 0);
        long[] module = new long[1];
        if (ReadWriteApi.LLVMGetBitcodeModuleInContext2(handle, buffer, module) != 0) {
            ModuleApi.LLVMDisposeMemoryBuffer(buffer);
            throw new LlvmError(takeErrorText());
        }
        return new Module(this, module[0], keptAlive);
    }

    /**
     * Reads bitcode with all its function bodies.
     *
     * @param name for messages
     * @throws LlvmError if it is not bitcode that this LLVM can read
     */
    public Module readBitcode(String name, ByteBuffer bitcode) throws LlvmError {
        Memory copy = copyOf(bitcode, 0);
        long buffer = ModuleApi.LLVMCreateMemoryBufferWithMemoryRange(copy, bitcode.remaining(), name, 0);
        long[] module = new long[1];
        try {
            if (ReadWriteApi.LLVMParseBitcodeInContext2(handle, buffer, module) != 0) {
                throw new LlvmError(takeErrorText());
            }
        } finally {
            ModuleApi.LLVMDisposeMemoryBuffer(buffer);
        }
        return new Module(this, module[0], copy);
    }

    /**
     * Parses IR text.
     *
     * @param name the file name at the start of LLVM's error messages
     * @throws LlvmError if the text has an error; the message is LLVM's, {@code name:line:column: error: …}
     */
    public Module parseIr(String name, ByteBuffer text) throws LlvmError {
        // LLVM requires a NUL after the text.
        Memory copy = copyOf(text, 1);
        long buffer = ModuleApi.LLVMCreateMemoryBufferWithMemoryRangeCopy(copy, text.remaining(), name);
        long[] module = new long[1];
        long[] message = new long[1];
        if (ReadWriteApi.LLVMParseIRInContext(handle, buffer, module, message) != 0) {
            throw new LlvmError(NativeStrings.owned(message).strip());
        }
        return new Module(this, module[0], copy);
    }

    /** Returns and removes the diagnostics collected since the last call. */
    public List<LlvmMessage> takeMessages() {
        List<LlvmMessage> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    private String takeErrorText() {
        return takeMessages().stream()
                .filter(message -> message.severity() == Severity.ERROR)
                .map(LlvmMessage::text)
                .findFirst()
                .orElse("no reason given");
    }

    private static Memory copyOf(ByteBuffer content, int extraZeroBytes) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        Memory copy = new Memory(Math.max(1, bytes.length + extraZeroBytes));
        copy.clear();
        copy.write(0, bytes, 0, bytes.length);
        return copy;
    }

    @Override
    public void close() {
        ContextApi.LLVMContextDispose(handle);
    }
}
