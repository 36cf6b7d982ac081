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
 * Owns an LLVM context: types, metadata and the modules made in it. Used by one thread at a time. Everything that LLVM
 * reports while it works on the context is collected and taken with {@link #takeMessages()}; without a handler of ours
 * LLVM would print and, for an error, exit.
 */
public final class Context implements AutoCloseable {

    final long handle;
    private final Llvm llvm;
    private final List<LlvmMessage> messages = new ArrayList<>();

    /** Referenced from here alone, so that it lives as long as LLVM may call it. */
    private final DiagnosticHandler handler;

    /** A new context of the loaded library that collects errors and warnings. */
    public Context(Llvm llvm) {
        this(llvm, Severity.WARNING);
    }

    /**
     * A new context of the loaded library.
     *
     * @param lowest what is less severe is not collected; LLVM reports many a note for each function
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

    /** The library that it is one of. */
    Llvm llvm() {
        return llvm;
    }

    /** A module without content. */
    public Module newModule(String name) {
        return new Module(this, ModuleApi.LLVMModuleCreateWithNameInContext(name, handle), new Object());
    }

    /**
     * Opens bitcode without reading function bodies; they are read when they are asked for.
     *
     * @param name for messages
     * @param bitcode not copied if it is a direct buffer: it must stay as it is until the module is closed
     * @throws LlvmError if this is no bitcode that this LLVM can read
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
     * @throws LlvmError if this is no bitcode that this LLVM can read
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
     * @param name the file name that LLVM's message starts with
     * @throws LlvmError if the text has an error; the message is LLVM's, {@code name:line:column: error: …}
     */
    public Module parseIr(String name, ByteBuffer text) throws LlvmError {
        // LLVM wants a NUL behind the text.
        Memory copy = copyOf(text, 1);
        long buffer = ModuleApi.LLVMCreateMemoryBufferWithMemoryRangeCopy(copy, text.remaining(), name);
        long[] module = new long[1];
        long[] message = new long[1];
        if (ReadWriteApi.LLVMParseIRInContext(handle, buffer, module, message) != 0) {
            throw new LlvmError(NativeStrings.owned(message).strip());
        }
        return new Module(this, module[0], copy);
    }

    /** What LLVM reported since the last call. */
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
