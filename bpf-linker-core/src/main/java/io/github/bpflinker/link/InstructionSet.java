package io.github.bpflinker.link;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.llvm.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What code is generated for: the CPU and its features that the request names or, where it leaves that open, those that the
 * inputs were compiled for. Of several the newest: whoever compiled for it runs on nothing older.
 *
 * @param cpu one that LLVM knows
 * @param features LLVM target features; may be empty
 */
record InstructionSet(String cpu, String features) {

    /** The oldest, which LLVM calls so, too. rustc always names it, so it counts as not chosen. */
    static final String UNDECIDED = Cpu.GENERIC.optionName();

    /** Each before those that can do more; {@code probe} is what the machine can do that links. */
    private static final List<String> BY_AGE = LinkOption.CPU.values();

    private static final Pattern CLANG = Pattern.compile("\\bclang version (\\d+)");

    /** From here on clang compiles for v3 unless told otherwise, and then names no CPU: llvm-project, pull request 107008. */
    private static final int CLANG_FOR_V3 = 20;

    /** For what the CPU does not matter. */
    static InstructionSet undecided() {
        return new InstructionSet(UNDECIDED, "");
    }

    /** That of a link. */
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
                    // That of another machine, for which the input was compiled, says nothing.
                    .filter(BY_AGE::contains)
                    .orElseGet(() -> usual.getOrDefault(merged.origins().getOrDefault(function.name(), ""), UNDECIDED));
            if (BY_AGE.indexOf(cpu) > BY_AGE.indexOf(newest)) {
                newest = cpu;
            }
        }
        return newest;
    }

    /** What a compiler generates code for that names no CPU. */
    private static String usualCpu(List<String> compilers) {
        for (String compiler : compilers) {
            Matcher clang = CLANG.matcher(compiler);
            if (clang.find() && Integer.parseInt(clang.group(1)) >= CLANG_FOR_V3) {
                return "v3";
            }
        }
        return UNDECIDED;
    }

    /** What one function turns on is on; off is what each turns off. */
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
