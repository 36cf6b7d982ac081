package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.util.List;

/**
 * The features of LLVM's BPF backend. For unknown ones LLVM only prints a line and uses the oldest instruction set. As
 * of LLVM 22.1.8 ({@code llc -march=bpf -mcpu=help}).
 */
final class CpuFeatures {

    private static final List<String> FEATURES = List.of("alu32", "allows-misaligned-mem-access", "dummy", "dwarfris");

    private CpuFeatures() {}

    /**
     * Checks that all features of a list with commas are known.
     *
     * @throws LinkException {@link Problem#CPU_FEATURE_UNKNOWN}
     */
    static void check(String features) {
        for (String feature : features.split(",", -1)) {
            String name = feature.strip();
            if (!name.isEmpty() && !isFeature(name)) {
                throw new LinkException(Diagnostic.error(Problem.CPU_FEATURE_UNKNOWN)
                        .withSymbol(name)
                        .withRelated(FEATURES.stream().map(known -> "+" + known).toList()));
            }
        }
    }

    /** Whether it turns a feature on or off that LLVM's BPF backend knows, as {@code +alu32} does. */
    static boolean isFeature(String feature) {
        return (feature.startsWith("+") || feature.startsWith("-")) && FEATURES.contains(feature.substring(1));
    }
}
