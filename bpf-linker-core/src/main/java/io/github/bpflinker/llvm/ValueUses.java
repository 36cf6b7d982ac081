package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Finds the uses of a value, through constant expressions and aggregates. */
final class ValueUses {

    private ValueUses() {}

    /** Calls {@code leaf} once for each instruction and global value that uses {@code value}. */
    static void visit(long value, LongConsumer leaf) {
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>();
        open.add(value);
        while (!open.isEmpty()) {
            for (long use = ValueApi.LLVMGetFirstUse(open.removeFirst());
                    use != 0;
                    use = ValueApi.LLVMGetNextUse(use)) {
                long user = ValueApi.LLVMGetUser(use);
                if (!seen.add(user)) {
                    continue;
                }
                if (ValueApi.LLVMIsAInstruction(user) != 0 || ValueApi.LLVMIsAGlobalValue(user) != 0) {
                    leaf.accept(user);
                } else {
                    open.add(user);
                }
            }
        }
    }

    /** Whether a function has uses other than as a callee or in {@code llvm.used} and similar lists. */
    static boolean isAddressTaken(long function) {
        boolean[] taken = new boolean[1];
        visit(
                function,
                user -> taken[0] |=
                        ValueApi.LLVMIsAInstruction(user) == 0 ? !isKeepingAlive(user) : !onlyCalls(user, function));
        return taken[0];
    }

    private static boolean isKeepingAlive(long global) {
        String name = new GlobalValue(global, GlobalValue.Kind.VARIABLE).name();
        return name.equals("llvm.used") || name.equals("llvm.compiler.used");
    }

    /** Whether all uses of the function in a call are as its callee, the last operand. */
    private static boolean onlyCalls(long instruction, long function) {
        if (ValueApi.LLVMIsACallInst(instruction) == 0 || ValueApi.LLVMGetCalledValue(instruction) != function) {
            return false;
        }
        for (int i = 0; i < ValueApi.LLVMGetNumOperands(instruction) - 1; i++) {
            if (ValueApi.LLVMGetOperand(instruction, i) == function) {
                return false;
            }
        }
        return true;
    }

    static List<GlobalValue> globals(long value) {
        Set<GlobalValue> found = new LinkedHashSet<>();
        visit(value, user -> {
            if (ValueApi.LLVMIsAInstruction(user) == 0) {
                found.add(new GlobalValue(user, GlobalValue.Kind.VARIABLE));
            } else {
                found.add(new IrInstruction(user).function());
            }
        });
        return List.copyOf(found);
    }
}
