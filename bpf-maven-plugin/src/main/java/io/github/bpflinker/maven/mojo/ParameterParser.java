package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.generate.Visibility;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.btf.BtfFormat;
import io.github.bpflinker.maven.c.SystemHeaderPosition;
import io.github.bpflinker.maven.c.TargetArch;
import io.github.bpflinker.maven.generate.JavaPackage;
import io.github.bpflinker.maven.project.ObjectNames;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.version.KernelVersion;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses and validates parameters. */
final class ParameterParser {

    private static final List<String> LLVMS = Arrays.stream(RequestedLlvm.Known.values())
            .map(RequestedLlvm.Known::optionName)
            .toList();

    private ParameterParser() {}

    static Cpu cpu(String value) {
        return Cpu.ofOptionName(value).orElseThrow(() -> invalid("cpu", value, LinkOption.CPU.values()));
    }

    static OptimizationLevel optimization(String value) {
        return OptimizationLevel.ofOptionName(value)
                .orElseThrow(() -> invalid("optimization", value, LinkOption.OPTIMIZE.values()));
    }

    /** The path of a program. */
    static Path program(String parameter, File file) {
        if (!file.exists()) {
            throw new BuildFailure(new Reason.PathMissing(parameter, file.toString()));
        }
        if (!file.isFile() || !file.canExecute()) {
            throw invalid(parameter, file.toString(), List.of("the path of an executable file"));
        }
        return file.toPath();
    }

    static Endianness target(String value) {
        return Endianness.parse(value)
                .orElseThrow(() -> invalid(
                        "target",
                        value,
                        Arrays.stream(Endianness.values())
                                .map(Endianness::target)
                                .toList()));
    }

    static SystemHeaderPosition systemHeaders(String value) {
        return SystemHeaderPosition.parse(value)
                .orElseThrow(() -> invalid("systemHeaders", value, SystemHeaderPosition.texts()));
    }

    static TargetArch targetArch(String value) {
        return TargetArch.parse(value)
                .orElseThrow(() -> invalid(
                        "targetArch",
                        value,
                        Arrays.stream(TargetArch.values()).map(TargetArch::text).toList()));
    }

    /** The kinds of output; before optimization only IR and bitcode are available. */
    static List<OutputKind> emitted(List<String> values, boolean optimized) {
        List<OutputKind> valid =
                optimized ? List.of(OutputKind.values()) : List.of(OutputKind.LLVM_IR, OutputKind.LLVM_BC);
        List<OutputKind> kinds = new ArrayList<>();
        for (String value : someOf(
                "emit", values, valid.stream().map(OutputKind::optionName).toList())) {
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

    /** Validates a classifier, which is also a directory name. */
    static String classifier(String value) {
        if (!ObjectNames.isValid(value)) {
            throw invalid(
                    "classifier", value, List.of("letters, digits, '.', '_' and '-', the first a letter or digit"));
        }
        return value;
    }

    /**
     * Checks that classifiers are unique, ignoring case, because variants with the same directory would overwrite each
     * other.
     */
    static void checkUnique(List<String> classifiers) {
        Set<String> seen = new HashSet<>();
        for (String classifier : classifiers) {
            if (!seen.add(classifier.toLowerCase(Locale.ROOT))) {
                throw new BuildFailure(new Reason.VariantTwice(classifier));
            }
        }
    }

    /** The libLLVM; a path is resolved against the project. */
    static String llvm(String value, Optional<Path> base) {
        String choice = value.strip();
        if (choice.isEmpty()) {
            List<String> valid = new ArrayList<>(LLVMS);
            valid.add("the path of a libLLVM");
            throw invalid("llvm", value, valid);
        }
        try {
            return LLVMS.contains(choice) || base.isEmpty()
                    ? choice
                    : base.get().resolve(choice).toString();
        } catch (InvalidPathException e) {
            return choice;
        }
    }

    /** The values of a list parameter, from POM elements or from a property with commas. */
    static List<String> values(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    static List<BtfFormat> btfFormats(List<String> values) {
        List<BtfFormat> formats = new ArrayList<>();
        List<String> valid =
                Arrays.stream(BtfFormat.values()).map(BtfFormat::text).toList();
        for (String value : someOf("format", values, valid)) {
            BtfFormat format = BtfFormat.parse(value).orElseThrow(() -> invalid("format", value, valid));
            if (!formats.contains(format)) {
                formats.add(format);
            }
        }
        return formats;
    }

    static String packageName(String value) {
        String name = value.strip();
        if (!JavaPackage.isValid(name)) {
            throw invalid("package", value, List.of("the name of a Java package such as org.example.packets"));
        }
        return name;
    }

    static Visibility visibility(String value) {
        return switch (value.strip()) {
            case "public" -> Visibility.PUBLIC;
            case "package" -> Visibility.PACKAGE;
            default -> throw invalid("visibility", value, List.of("public", "package"));
        };
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

    private static List<String> someOf(String parameter, List<String> values, List<String> valid) {
        List<String> given = values(values);
        if (given.isEmpty()) {
            throw invalid(parameter, "", valid);
        }
        return given;
    }

    private static BuildFailure invalid(String parameter, String value, List<String> valid) {
        return new BuildFailure(new Reason.ParameterInvalid(parameter, value, String.join(", ", valid)));
    }
}
