package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a function is reached, for messages about functions that a user never wrote, such as those of libcore. */
public final class CallChain {

    private static final int LONGEST = 8;

    private CallChain() {}

    /** The nearest caller first, each as {@code name (file:line:column)}, up to a function that nobody calls. */
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
