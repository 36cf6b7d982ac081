package io.github.bpflinker.link;

import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CPU and features for which code is generated: those of the request or, if it does not specify them, the newest
 * ones for which an input was compiled.
 *
 * @param cpu a CPU that LLVM supports
 * @param features LLVM target features; may be empty
 */
record InstructionSet(String cpu, String features) {

    /** LLVM's name of the oldest CPU. rustc always passes it, so it is treated as unspecified. */
    static final String UNDECIDED = Cpu.GENERIC.optionName();

    /** The CPUs in ascending order of features; {@code probe} is that of the host. */
    private static final List<String> BY_AGE = LinkOption.CPU.values();

    private static final Pattern CLANG = Pattern.compile("\\bclang version (\\d+)");

    /**
     * The first release of clang that compiles for v3 by default, without naming a CPU: llvm-project, pull request
     * 107008.
     */
    private static final int CLANG_FOR_V3 = 20;

    /** An instruction set for operations that do not depend on the CPU. */
    static InstructionSet undecided() {
        return new InstructionSet(UNDECIDED, "");
    }

    /** Determines the instruction set of a link. */
    static InstructionSet of(LinkRequest request, MergedModule merged) {
        if (request.cpu() != Cpu.GENERIC) {
            return new InstructionSet(request.cpu().optionName(), request.cpuFeatures());
        }
        List<Function> functions = merged.module().functions().stream()
                .filter(Function::isDefinition)
                .toList();
        return new InstructionSet(
                newestCpu(functions, merged),
                request.cpuFeatures().isEmpty() ? commonFeatures(functions) : request.cpuFeatures());
    }

    private static String newestCpu(List<Function> functions, MergedModule merged) {
        Map<String, String> usual = new HashMap<>();
        merged.inputs().forEach(input -> usual.put(input.name(), usualCpu(input.compilers())));
        String newest = UNDECIDED;
        for (Function function : functions) {
            String cpu = function.stringAttribute("target-cpu")
                    // CPUs of other machines are ignored.
                    .filter(BY_AGE::contains)
                    .orElseGet(() -> usual.getOrDefault(merged.origins().getOrDefault(function.name(), ""), UNDECIDED));
            if (BY_AGE.indexOf(cpu) > BY_AGE.indexOf(newest)) {
                newest = cpu;
            }
        }
        return newest;
    }

    /** The default CPU of a compiler. */
    private static String usualCpu(List<String> compilers) {
        for (String compiler : compilers) {
            Matcher clang = CLANG.matcher(compiler);
            if (clang.find() && Integer.parseInt(clang.group(1)) >= CLANG_FOR_V3) {
                return "v3";
            }
        }
        return UNDECIDED;
    }

    /** Features that any function enables, and those that all functions disable. */
    private static String commonFeatures(List<Function> functions) {
        Set<String> on = new TreeSet<>();
        Set<String> off = new TreeSet<>();
        boolean first = true;
        for (Function function : functions) {
            Set<String> offHere = new TreeSet<>();
            for (String feature :
                    function.stringAttribute("target-features").orElse("").split(",", -1)) {
                if (!CpuFeatures.isFeature(feature)) {
                    continue;
                }
                (feature.startsWith("+") ? on : offHere).add(feature);
            }
            if (first) {
                off.addAll(offHere);
                first = false;
            } else {
                off.retainAll(offHere);
            }
        }
        off.removeIf(feature -> on.contains("+" + feature.substring(1)));
        on.addAll(off);
        return String.join(",", on);
    }
}
