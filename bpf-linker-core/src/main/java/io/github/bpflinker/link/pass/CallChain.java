package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The callers of a function, for messages about functions that are not in the user's source, such as those of libcore.
 */
public final class CallChain {

    private static final int LONGEST = 8;

    private CallChain() {}

    /**
     * The chain of callers, the nearest first, each as {@code name (file:line:column)}, up to a function without
     * callers.
     */
    public static List<String> callersOf(Function function) {
        List<String> chain = new ArrayList<>();
        Set<Function> seen = new HashSet<>();
        Function current = function;
        while (chain.size() < LONGEST && seen.add(current)) {
            IrInstruction call = firstUseOutside(current, seen);
            if (call == null) {
                break;
            }
            current = call.function();
            String where =
                    call.location().map(location -> " (" + location + ")").orElse("");
            chain.add(current.name() + where);
        }
        return chain;
    }

    private static @Nullable IrInstruction firstUseOutside(Function function, Set<Function> seen) {
        return function.usingInstructions().stream()
                .filter(use -> !seen.contains(use.function()))
                .findFirst()
                .orElse(null);
    }
}
