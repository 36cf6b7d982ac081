package io.github.bpflinker.link;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.option.Unloadable;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request for a link: the inputs and options. Immutable; created with {@link #builder()}. The command line, workers
 * and build tools all create this type. {@link #get} and {@link #has} return any option, the other methods those with a
 * default.
 */
public final class LinkRequest {

    private final List<Input> inputs;
    private final LinkOptions options;

    private LinkRequest(List<Input> inputs, LinkOptions options) {
        this.inputs = inputs;
        this.options = options;
    }

    /** The inputs in order; at least one. */
    public List<Input> inputs() {
        return inputs;
    }

    /** The options that are set. */
    public LinkOptions options() {
        return options;
    }

    /** The value of an option; empty if it is not set. */
    public <T> Optional<T> get(LinkOption<T> option) {
        return options.get(option);
    }

    /** Whether an option is on. All are off by default. */
    public boolean has(LinkOption<Boolean> option) {
        return options.has(option);
    }

    /**
     * The file for the first kind of {@link #emit}; others are written next to it with their own suffixes. If absent,
     * the result holds the bytes.
     */
    public Optional<Path> output() {
        return get(LinkOption.OUTPUT);
    }

    /** The kinds of output; at least one. */
    public List<OutputKind> emit() {
        return get(LinkOption.EMIT).orElse(List.of(OutputKind.OBJ));
    }

    /**
     * An LLVM target triple for BPF, such as {@code bpfel} or {@code bpfeb-unknown-none}; inferred from the inputs if
     * absent.
     */
    public Optional<String> target() {
        return get(LinkOption.TARGET);
    }

    /** The BPF CPU. */
    public Cpu cpu() {
        return get(LinkOption.CPU).orElse(Cpu.GENERIC);
    }

    /** LLVM target features, such as {@code +alu32}; may be empty. */
    public String cpuFeatures() {
        return get(LinkOption.CPU_FEATURES).orElse("");
    }

    /** The optimization level. */
    public OptimizationLevel optimization() {
        return get(LinkOption.OPTIMIZE).orElse(OptimizationLevel.O2);
    }

    /** Whether the object gets {@code .BTF} and {@code .BTF.ext}. */
    public boolean btf() {
        return has(LinkOption.BTF);
    }

    /** The exported symbols; if absent, the definitions that a loader looks up, see {@link Builder#exports}. */
    public Optional<Set<String>> exports() {
        return get(LinkOption.EXPORT).map(names -> Collections.unmodifiableSet(new TreeSet<>(names)));
    }

    /** The libLLVM to use. */
    public RequestedLlvm llvm() {
        return get(LinkOption.LLVM).orElse(RequestedLlvm.AUTO);
    }

    /** Options for LLVM itself, as {@code llc} and {@code opt} take them. */
    public List<String> llvmArgs() {
        return get(LinkOption.LLVM_ARGS).orElse(List.of());
    }

    /** The treatment of an object that loaders reject. */
    Unloadable unloadable() {
        return get(LinkOption.UNLOADABLE).orElse(Unloadable.WARN);
    }

    /** Whether the output is written despite errors of LLVM. */
    boolean ignoresLlvmErrors() {
        return !get(LinkOption.FATAL_ERRORS).orElse(true);
    }

    /** The outputs and the link map, without the dumps of modules. */
    public List<Path> outputFiles() {
        return OutputNames.outputs(this);
    }

    /** The files of {@link LinkOption#DUMP_MODULE}. They are written only if the link reaches their phase. */
    public List<Path> dumpFiles() {
        return get(LinkOption.DUMP_MODULE).map(DumpFolder::files).orElse(List.of());
    }

    /**
     * A key that links must share to run in one process, as far as it depends on the request. The LLVM of {@code auto}
     * also depends on the inputs.
     */
    public String processKey() {
        return String.join(" ", llvm().optionName(), String.join(" ", LlvmOptions.of(KernelProfile.complete(this))));
    }

    /**
     * The arguments of the command line for this link, the inputs first.
     *
     * @throws IllegalArgumentException if an input is not a file, or a value can't be expressed as an argument
     */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        for (Input input : inputs) {
            if (!(input instanceof Input.OfFile)) {
                throw new IllegalArgumentException("the input " + input.name() + " is no file");
            }
            String name = input.name();
            arguments.add(name.startsWith("-") || name.startsWith("@") ? "./" + name : name);
        }
        arguments.addAll(options.toArguments());
        return arguments;
    }

    /** Creates a builder with the values of this request. */
    public Builder toBuilder() {
        Builder builder = new Builder(options.toBuilder());
        inputs.forEach(builder::input);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkRequest request && inputs.equals(request.inputs) && options.equals(request.options);
    }

    @Override
    public int hashCode() {
        return 31 * inputs.hashCode() + options.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        inputs.forEach(input -> text.append(input.name()).append(' '));
        return text.append(options).toString();
    }

    /** Creates a builder. */
    public static Builder builder() {
        return new Builder(LinkOptions.builder());
    }

    /** Creates a builder with options. */
    public static Builder builder(LinkOptions options) {
        return new Builder(options.toBuilder());
    }

    /** Builds a request. Values that are not set have the default described at the method. Not thread-safe. */
    public static final class Builder {
        private final List<Input> inputs = new ArrayList<>();
        private final LinkOptions.Builder options;

        private Builder(LinkOptions.Builder options) {
            this.options = options;
        }

        /** Adds an input. */
        public Builder input(Input input) {
            inputs.add(input);
            return this;
        }

        /** Adds a file as input. */
        public Builder input(Path file) {
            return input(Input.of(file));
        }

        /** Sets the value of any option. */
        public <T> Builder set(LinkOption<T> option, T value) {
            options.set(option, value);
            return this;
        }

        /** Turns an option on. */
        public Builder set(LinkOption<Boolean> option) {
            return set(option, true);
        }

        /** Sets the output file; without it the result holds the bytes. */
        public Builder output(Path file) {
            return set(LinkOption.OUTPUT, file);
        }

        /** Sets the kinds of output; an object by default. */
        public Builder emit(OutputKind... kinds) {
            return set(LinkOption.EMIT, List.of(kinds));
        }

        /** Sets the target triple; inferred from the inputs by default. */
        public Builder target(String triple) {
            return set(LinkOption.TARGET, triple);
        }

        /** Sets the BPF CPU; {@link Cpu#GENERIC} by default. */
        public Builder cpu(Cpu cpu) {
            return set(LinkOption.CPU, cpu);
        }

        /** Sets the optimization level; {@link OptimizationLevel#O2} by default. */
        public Builder optimization(OptimizationLevel level) {
            return set(LinkOption.OPTIMIZE, level);
        }

        /** Sets whether the object gets BTF; off by default. */
        public Builder btf(boolean wanted) {
            return set(LinkOption.BTF, wanted);
        }

        /**
         * Sets the exported symbols. If neither this nor {@link LinkOption#EXPORT_SYMBOLS} is set, these are exported:
         * definitions with a section in the source (programs, maps, the license), global data that is not static, and
         * functions that are not static and either {@code noinline} or weak.
         */
        public Builder exports(Collection<String> names) {
            return set(LinkOption.EXPORT, List.copyOf(names));
        }

        /** Sets the libLLVM to use; {@link RequestedLlvm#AUTO} by default. */
        public Builder llvm(RequestedLlvm choice) {
            return set(LinkOption.LLVM, choice);
        }

        /** Sets options for LLVM itself. An unknown option fails the link. */
        public Builder llvmArgs(Collection<String> arguments) {
            return set(LinkOption.LLVM_ARGS, List.copyOf(arguments));
        }

        /**
         * Sets the oldest kernel that must load the object. Panics exit the program; before 4.16 everything is inlined,
         * before 5.3 every loop is unrolled; {@link Cpu#GENERIC} becomes the newest CPU that the kernel supports;
         * features that the kernel lacks fail the link.
         */
        public Builder kernel(KernelVersion version) {
            return set(LinkOption.KERNEL, version);
        }

        /**
         * Builds the request.
         *
         * @throws IllegalArgumentException if there is no input, or no kind of output
         */
        public LinkRequest build() {
            LinkRequest request = new LinkRequest(List.copyOf(inputs), options.build());
            if (request.inputs().isEmpty()) {
                throw new IllegalArgumentException("a link needs at least one input");
            }
            if (request.emit().isEmpty()) {
                throw new IllegalArgumentException("a link needs at least one kind of output");
            }
            return request;
        }
    }
}
