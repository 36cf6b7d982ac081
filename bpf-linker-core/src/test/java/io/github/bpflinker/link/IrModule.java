package io.github.bpflinker.link;

import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A module for {@code bpfel} made of IR text, in a context of its own, with a code generator. */
public final class IrModule implements AutoCloseable {

    private final Context context;
    private final Module module;
    private final TargetMachine machine;

    private IrModule(Context context, Module module, TargetMachine machine) {
        this.context = context;
        this.module = module;
        this.machine = machine;
    }

    public static IrModule parse(String ir) {
        Context context = TestLlvm.newContext();
        try {
            Module module = context.parseIr("test.ll", ByteBuffer.wrap(ir.getBytes(StandardCharsets.UTF_8)));
            TargetMachine machine = new TargetMachine("bpfel", "v3", "");
            module.setTargetTriple("bpfel");
            module.setDataLayout(machine.dataLayout());
            return new IrModule(context, module, machine);
        } catch (LlvmError e) {
            throw new AssertionError(e.text(), e);
        }
    }

    public Module module() {
        return module;
    }

    public TargetMachine machine() {
        return machine;
    }

    /** A global value that must be there. */
    public GlobalValue value(String name) {
        return module.find(name).orElseThrow(() -> new AssertionError("no " + name + " in\n" + module.toIr()));
    }

    /** A function that must be there. */
    public Function function(String name) {
        return module.function(name).orElseThrow(() -> new AssertionError("no " + name + " in\n" + module.toIr()));
    }

    @Override
    public void close() {
        machine.close();
        module.close();
        context.close();
    }
}
