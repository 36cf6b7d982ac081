package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.KernelVersion;
import io.github.bpflinker.OptimizationLevel;
import io.github.bpflinker.OutputKind;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.compile.TargetArch;
import io.github.bpflinker.maven.operation.BtfFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parameters that take one of a few values. */
final class Choices {

    private static final List<String> CPUS = List.of("generic", "probe", "v1", "v2", "v3", "v4");

    private Choices() {}

    static String cpu(String value) {
        if (!CPUS.contains(value)) {
            throw invalid("cpu", value, CPUS);
        }
        return value;
    }

    static String optimization(String value) {
        if (OptimizationLevel.ofOptionName(value).isEmpty()) {
            throw invalid(
                    "optimization",
                    value,
                    Arrays.stream(OptimizationLevel.values())
                            .map(OptimizationLevel::optionName)
                            .toList());
        }
        return value;
    }

    static Endianness target(String value) {
        return Endianness.parse(value).orElseThrow(() -> invalid("target", value, List.of("bpfel", "bpfeb")));
    }

    static TargetArch targetArch(String value) {
        return TargetArch.parse(value)
                .orElseThrow(() -> invalid(
                        "targetArch",
                        value,
                        Arrays.stream(TargetArch.values()).map(TargetArch::text).toList()));
    }

    /** What is written; before optimization there are only IR and bitcode. */
    static List<OutputKind> emitted(List<String> values, boolean optimized) {
        List<OutputKind> valid =
                optimized ? List.of(OutputKind.values()) : List.of(OutputKind.LLVM_IR, OutputKind.LLVM_BC);
        List<OutputKind> kinds = new ArrayList<>();
        for (String value : values) {
            OutputKind kind = OutputKind.ofOptionName(value)
                    .filter(valid::contains)
                    .orElseThrow(() -> invalid(
                            "emit",
                            value,
                            valid.stream().map(OutputKind::optionName).toList()));
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    static List<BtfFormat> btfFormats(List<String> values) {
        List<BtfFormat> formats = new ArrayList<>();
        for (String value : values) {
            BtfFormat format = BtfFormat.parse(value)
                    .orElseThrow(() -> invalid(
                            "format",
                            value,
                            Arrays.stream(BtfFormat.values())
                                    .map(BtfFormat::text)
                                    .toList()));
            if (!formats.contains(format)) {
                formats.add(format);
            }
        }
        return formats;
    }

    static KernelVersion kernel(String value) {
        return KernelVersion.parse(value)
                .orElseThrow(() -> invalid("kernel", value, List.of("a release of Linux such as 5.10")));
    }

    static int seconds(String parameter, int value) {
        if (value <= 0) {
            throw invalid(parameter, Integer.toString(value), List.of("a number of seconds greater than 0"));
        }
        return value;
    }

    private static BuildFailure invalid(String parameter, String value, List<String> valid) {
        return new BuildFailure(Reason.PARAMETER_INVALID, parameter, value, String.join(", ", valid));
    }
}
