package io.github.bpflinker.link;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One link, described completely. Immutable; made by {@link #builder()}.
 *
 * @param inputs what to link, in order; at least one
 * @param output where the first kind of {@code emit} goes, the others beside it with their own suffixes; without it the
 *     result holds the bytes
 * @param emit the kinds of output; at least one
 * @param target an LLVM target triple for BPF, such as {@code bpfel} or {@code bpfeb-unknown-none}; inferred from the
 *     inputs if absent
 * @param cpu {@code v1} to {@code v4}, {@code probe}, or {@code generic}: the newest that a function of the inputs was
 *     compiled for, v1 where they name none
 * @param cpuFeatures LLVM target features, such as {@code +alu32}; may be empty
 * @param optimization how hard to optimize
 * @param btf whether the object gets {@code .BTF} and {@code .BTF.ext}
 * @param exports the symbols that stay visible; absent means whatever a loader looks up, see
 *     {@link Builder#exports(Collection)}
 * @param exportFiles files that list exports, one a line; they count like {@code exports}
 * @param llvm which libLLVM to use
 * @param llvmArgs options for LLVM itself, as {@code llc} and {@code opt} take them
 * @param switches what is on
 * @param panicValue what a program returns when it panics, with {@link Switch#PANICS_EXIT}
 * @param kernel the oldest kernel that is to load the object; stands for a CPU and for switches, and the object is
 *     checked against it
 * @param dumpModule a folder for the module before and after optimization
 * @param linkMap a file that says what was kept, from which input, and which symbol asked for it
 */
public record LinkRequest(
        List<Input> inputs,
        Optional<Path> output,
        List<OutputKind> emit,
        Optional<String> target,
        String cpu,
        String cpuFeatures,
        OptimizationLevel optimization,
        boolean btf,
        Optional<Set<String>> exports,
        List<Path> exportFiles,
        RequestedLlvm llvm,
        List<String> llvmArgs,
        Set<Switch> switches,
        int panicValue,
        Optional<KernelVersion> kernel,
        Optional<Path> dumpModule,
        Optional<Path> linkMap) {

    /** What is either on or off; all are off unless asked for. */
    public enum Switch {
        /** Leave traps as calls of {@code __bpf_trap}, a kfunc of Linux 6.16, where LLVM would put them. */
        ALLOW_BPF_TRAP,
        /** Unroll loops as far as LLVM can. */
        UNROLL_LOOPS,
        /** Drop {@code noinline} from every function. */
        IGNORE_INLINE_NEVER,
        /** Do not expand constant-size memory operations in order, which the verifier likes better. */
        DISABLE_EXPAND_MEMCPY_IN_ORDER,
        /** Treat {@code memcpy}, {@code memmove}, {@code memset}, {@code memcmp} and {@code bcmp} as any function. */
        DISABLE_MEMORY_BUILTINS,
        /** Inline every function into the programs that call it. */
        INLINE_ALL,
        /** Unroll every loop, whatever it takes; one that can't be is an error. */
        UNROLL_ALL,
        /** Panics and traps end the program with {@link LinkRequest#panicValue}. */
        PANICS_EXIT,
        /** Leave functions alone that ask not to be optimized ({@code optnone}), as those of {@code clang -O0} do. */
        KEEP_OPTNONE,
        /** Keep DWARF in the object, beside its BTF. */
        KEEP_DWARF,
        /** Write what was merged as bitcode, not optimized, undefined symbols allowed, as {@code ld -r} does. */
        RELOCATABLE,
        /** Link every member of every archive. */
        WHOLE_ARCHIVE,
        /** An undefined symbol fails the link. */
        FATAL_UNDEFINED,
        /** A symbol of {@link LinkRequest#exports} that no input defines fails the link. */
        FATAL_EXPORTS,
        /** What loaders refuse, and an object without a program, fails the link. */
        FATAL_UNLOADABLE,
        /** The object need not be one that loaders take, such as a library. */
        ALLOW_UNLOADABLE,
        /** Write the output in spite of errors that LLVM reported. */
        IGNORE_LLVM_ERRORS
    }

    public LinkRequest {
        inputs = List.copyOf(inputs);
        emit = List.copyOf(emit);
        exports = exports.map(names -> Collections.unmodifiableSet(new TreeSet<>(names)));
        exportFiles = List.copyOf(exportFiles);
        llvmArgs = List.copyOf(llvmArgs);
        switches = Set.copyOf(switches);
        Objects.requireNonNull(cpu, "cpu");
        Objects.requireNonNull(cpuFeatures, "cpuFeatures");
        Objects.requireNonNull(optimization, "optimization");
        Objects.requireNonNull(llvm, "llvm");
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a link needs at least one input");
        }
        if (emit.isEmpty()) {
            throw new IllegalArgumentException("a link needs at least one kind of output");
        }
    }

    public boolean has(Switch wanted) {
        return switches.contains(wanted);
    }

    /** The same with another CPU and other switches. */
    LinkRequest with(String otherCpu, Set<Switch> otherSwitches) {
        return new LinkRequest(
                inputs,
                output,
                emit,
                target,
                otherCpu,
                cpuFeatures,
                optimization,
                btf,
                exports,
                exportFiles,
                llvm,
                llvmArgs,
                otherSwitches,
                panicValue,
                kernel,
                dumpModule,
                linkMap);
    }

    /** Starts a request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a request holds; what is not set keeps the default that the method names. */
    public static final class Builder {
        private final List<Input> inputs = new ArrayList<>();
        private @Nullable Path output;
        private List<OutputKind> emit = List.of(OutputKind.OBJ);
        private @Nullable String target;
        private String cpu = "generic";
        private String cpuFeatures = "";
        private OptimizationLevel optimization = OptimizationLevel.O2;
        private boolean btf;
        private @Nullable Set<String> exports;
        private final List<Path> exportFiles = new ArrayList<>();
        private RequestedLlvm llvm = RequestedLlvm.AUTO;
        private final List<String> llvmArgs = new ArrayList<>();
        private final Set<Switch> switches = EnumSet.noneOf(Switch.class);
        private int panicValue;
        private @Nullable KernelVersion kernel;
        private @Nullable Path dumpModule;
        private @Nullable Path linkMap;

        private Builder() {}

        /** Adds an input. */
        public Builder input(Input input) {
            inputs.add(input);
            return this;
        }

        /** Adds a file as input. */
        public Builder input(Path file) {
            return input(Input.of(file));
        }

        /** Where to write; without it the result holds the bytes. */
        public Builder output(Path file) {
            this.output = file;
            return this;
        }

        /** What to write; an object by default. */
        public Builder emit(OutputKind... kinds) {
            this.emit = List.of(kinds);
            return this;
        }

        /** The target triple; inferred from the inputs by default. */
        public Builder target(String triple) {
            this.target = triple;
            return this;
        }

        /** The BPF instruction set; by default {@code generic}, the newest that a function of the inputs was compiled for. */
        public Builder cpu(String name) {
            this.cpu = name;
            return this;
        }

        /** LLVM target features; none by default. */
        public Builder cpuFeatures(String features) {
            this.cpuFeatures = features;
            return this;
        }

        /** How hard to optimize; {@link OptimizationLevel#O2} by default. */
        public Builder optimization(OptimizationLevel level) {
            this.optimization = level;
            return this;
        }

        /** Whether the object gets BTF; not by default. */
        public Builder btf(boolean wanted) {
            this.btf = wanted;
            return this;
        }

        /**
         * Adds to the symbols that stay visible. If neither this nor {@link #exportFile} is called, these stay:
         * definitions in a section that was named in the source (programs, maps, the license), global data that is not
         * static, and functions that are not static and either {@code noinline} or weak.
         */
        public Builder exports(Collection<String> names) {
            if (exports == null) {
                exports = new TreeSet<>();
            }
            exports.addAll(names);
            return this;
        }

        /** Adds a file that lists exports, one a line, as rustc writes it. */
        public Builder exportFile(Path file) {
            exportFiles.add(file);
            return this;
        }

        /** Which libLLVM to use; {@link RequestedLlvm#AUTO} by default. */
        public Builder llvm(RequestedLlvm choice) {
            this.llvm = choice;
            return this;
        }

        /** Adds options for LLVM itself. An option that the library does not have fails the link. */
        public Builder llvmArgs(Collection<String> arguments) {
            llvmArgs.addAll(arguments);
            return this;
        }

        /** Turns a switch on or off. */
        public Builder set(Switch which, boolean on) {
            if (on) {
                switches.add(which);
            } else {
                switches.remove(which);
            }
            return this;
        }

        /** What a program returns when it panics; 0 by default. */
        public Builder panicValue(int value) {
            this.panicValue = value;
            return this;
        }

        /**
         * The oldest kernel that is to load the object. Panics end the program then; before 4.16 everything is inlined,
         * before 5.3 every loop unrolled; {@code generic} becomes the newest CPU that the kernel knows; and what the
         * kernel would refuse fails the link.
         */
        public Builder kernel(KernelVersion version) {
            this.kernel = version;
            return this;
        }

        /** A folder for {@code pre-opt.ll} and {@code post-opt.ll}. */
        public Builder dumpModule(Path folder) {
            this.dumpModule = folder;
            return this;
        }

        /** A file for the link map. */
        public Builder linkMap(Path file) {
            this.linkMap = file;
            return this;
        }

        /**
         * The request.
         *
         * @throws IllegalArgumentException if there is no input
         */
        public LinkRequest build() {
            return new LinkRequest(
                    inputs,
                    Optional.ofNullable(output),
                    emit,
                    Optional.ofNullable(target),
                    cpu,
                    cpuFeatures,
                    optimization,
                    btf,
                    Optional.ofNullable(exports),
                    exportFiles,
                    llvm,
                    llvmArgs,
                    switches,
                    panicValue,
                    Optional.ofNullable(kernel),
                    Optional.ofNullable(dumpModule),
                    Optional.ofNullable(linkMap));
        }
    }
}
