package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.CodeReference;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Determines the order of the functions after a program's entry: each at its first use, followed by the functions that
 * it uses; the exception callback is last if it is not used otherwise ({@code bpf_object__reloc_code}).
 */
final class FunctionChain {

    /** A function whose references are being processed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Frame(int function, List<CodeReference> references, int[] next) {}

    private final LoadPlan plan;
    private final int[] starts;
    private final List<BoundProgram.FunctionStart> order = new ArrayList<>();
    private int size;

    private FunctionChain(LoadPlan plan) {
        this.plan = plan;
        this.starts = new int[plan.functions().size()];
        Arrays.fill(starts, -1);
    }

    static FunctionChain of(LoadPlan plan, PlannedProgram program) {
        FunctionChain chain = new FunctionChain(plan);
        chain.follow(program.function());
        program.exceptionCallback().ifPresent(callback -> {
            if (chain.starts[callback] < 0) {
                chain.follow(callback);
            }
        });
        return chain;
    }

    private void follow(int first) {
        Deque<Frame> open = new ArrayDeque<>();
        open.push(append(first));
        while (!open.isEmpty()) {
            Frame frame = open.peek();
            if (frame.next()[0] == frame.references().size()) {
                open.pop();
                continue;
            }
            CodeReference reference = frame.references().get(frame.next()[0]++);
            int callee = callee(reference);
            if (callee >= 0 && starts[callee] < 0) {
                open.push(append(callee));
            }
        }
    }

    private Frame append(int function) {
        PlannedFunction planned = plan.functions().get(function);
        starts[function] = size;
        order.add(new BoundProgram.FunctionStart(size, function));
        size = Math.addExact(size, planned.instructions());
        return new Frame(function, planned.references(), new int[1]);
    }

    private static int callee(CodeReference reference) {
        if (reference instanceof CodeReference.FunctionCall call) {
            return call.function();
        }
        return reference instanceof CodeReference.FunctionLoad load ? load.function() : -1;
    }

    List<BoundProgram.FunctionStart> order() {
        return order;
    }

    /** The start of a function in units of 8 bytes; -1 if the program does not use it. */
    int start(int function) {
        return starts[function];
    }

    /** The total size in units of 8 bytes. */
    int size() {
        return size;
    }
}
