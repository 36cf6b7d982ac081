package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.link.LinkEngine;
import io.github.bpflinker.maven.link.LinkSettings;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.worker.SharedWorkers;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.RequestedLlvm;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** The base of the goals that link. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class AbstractLinkMojo extends AbstractObjectsMojo {

    /**
     * The exported symbols of the objects. By default those that a loader looks up: programs, maps, the license, global
     * variables, and global functions that are {@code noinline} or weak.
     *
     * <p>Example: {@code <exports><export>on_exec</export></exports>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.exports")
    private @Nullable List<String> exports;

    /**
     * LLVM target features to enable or disable.
     *
     * <p>Example: {@code <cpuFeatures>+alu32,-dwarfris</cpuFeatures>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cpuFeatures")
    private @Nullable String cpuFeatures;

    /**
     * The optimization level: {@code 0}, {@code 1}, {@code 2}, {@code 3}, {@code s} or {@code z}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.optimization", defaultValue = "2")
    private String optimization;

    /**
     * Does not optimize functions with the attribute {@code optnone}, which clang adds with {@code -O0}. By default
     * they are optimized, with a warning, because kernels reject most unoptimized code.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.keepOptnone", defaultValue = "false")
    private boolean keepOptnone;

    /**
     * Whether objects get BTF, which CO-RE and most loaders need.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf", defaultValue = "true")
    private boolean btf;

    /**
     * The oldest kernel that must load the objects. Determines the CPU and the handling of calls, loops and panics;
     * features that the kernel lacks fail the link, with their source line.
     *
     * <p>Example: {@code <kernel>4.15</kernel>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.kernel")
    private @Nullable String kernel;

    /**
     * Options for LLVM itself, as {@code opt} and {@code llc} take them.
     *
     * <p>Example: {@code <llvmArgs><llvmArg>--bpf-stack-size=1024</llvmArg></llvmArgs>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.llvmArgs")
    private @Nullable List<String> llvmArgs;

    /**
     * Whether objects can be without a program, such as libraries. Otherwise an object without a program, or with one
     * that loaders do not recognize or reject, fails the build. Can also be set in an {@code <object>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.library", defaultValue = "false")
    private boolean library;

    /**
     * The return value of a program that panics, instead of the endless loop of most panic handlers, which no kernel
     * accepts. By default the panic handler is not replaced; with {@code <kernel>} the default is {@code 0}.
     *
     * <p>Example: {@code <panicExit>2</panicExit>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.panicExit")
    private @Nullable Integer panicExit;

    /**
     * The kernel types in which the kernel's structs, functions and variables that Rust programs name are looked up:
     * BTF, or an ELF file with BTF; or an artifact that is such a file, {@code
     * groupId:artifactId[:extension[:classifier]]:version}, by default with the extension {@code btf}. By default those of
     * the running kernel. The objects run on other kernels, too.
     *
     * <p>Example: {@code <kernelTypes>src/main/bpf/vmlinux-6.1.btf</kernelTypes>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.kernelTypes")
    private @Nullable String kernelTypes;

    /**
     * Inlines every function into the programs that call it, for kernels without function calls (before Linux 4.16).
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.inlineAll", defaultValue = "false")
    private boolean inlineAll;

    /**
     * Unrolls every loop, for kernels that have none (before Linux 5.3); one that can't be unrolled fails the build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.unrollAll", defaultValue = "false")
    private boolean unrollAll;

    /**
     * Keeps DWARF in the objects in addition to BTF, for debuggers and disassemblers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.keepDwarf", defaultValue = "false")
    private boolean keepDwarf;

    /**
     * Unrolls loops, for kernels that have none (before Linux 5.3).
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.unrollLoops", defaultValue = "false")
    private boolean unrollLoops;

    /**
     * Inlines functions even if they are marked {@code noinline}, for kernels without function calls (before Linux
     * 4.16).
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.ignoreInlineNever", defaultValue = "false")
    private boolean ignoreInlineNever;

    /**
     * Keeps the calls of {@code __bpf_trap} that LLVM generates, which kernels before Linux 6.16 reject.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.allowBpfTrap", defaultValue = "false")
    private boolean allowBpfTrap;

    /**
     * Treats {@code memcpy} and similar functions as ordinary functions.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.disableMemoryBuiltins", defaultValue = "false")
    private boolean disableMemoryBuiltins;

    /**
     * Links all members of archives, referenced or not.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.wholeArchive", defaultValue = "false")
    private boolean wholeArchive;

    /**
     * Whether an undefined symbol fails the build, because loaders reject such an object. Weak symbols, kernel
     * functions and variables ({@code __ksym}) and configuration values ({@code __kconfig}) can be undefined. Otherwise
     * it is a warning in every build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.fatalUndefined", defaultValue = "true")
    private boolean fatalUndefined;

    /**
     * Whether errors of LLVM fail the build; otherwise the output is written despite them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.fatalErrors", defaultValue = "true")
    private boolean fatalErrors;

    /**
     * A folder for dumps of the modules before and after optimization, as LLVM IR: {@code NAME/pre-opt.ll} and {@code
     * NAME/post-opt.ll}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.dumpModule")
    private @Nullable File dumpModule;

    /**
     * The time limit of a link in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.timeout", defaultValue = "300")
    private int timeout;

    private final SharedWorkers workers;
    private final KernelTypesResolver kernelTypesResolver;

    AbstractLinkMojo(
            BuildContext markers,
            NativesResolver nativesResolver,
            SharedWorkers workers,
            KernelTypesResolver kernelTypesResolver) {
        super(markers, nativesResolver);
        this.workers = workers;
        this.kernelTypesResolver = kernelTypesResolver;
    }

    /**
     * Creates the link engine with the settings of this goal.
     *
     * @param relocatable whether to merge only
     */
    final LinkEngine engine(boolean relocatable) {
        PluginArtifacts own = ownFiles();
        LinkSettings settings =
                new LinkSettings(options(relocatable), Duration.ofSeconds(ParameterParser.seconds("timeout", timeout)));
        return new LinkEngine(settings, layout(), workers, own.workerClassPath(), natives(), own.identity(), log());
    }

    private LinkOptions options(boolean relocatable) {
        LinkOptions.Builder options = LinkOptions.builder()
                .set(LinkOption.OPTIMIZE, ParameterParser.optimization(optimization))
                .set(LinkOption.BTF, btf)
                .set(LinkOption.LLVM, RequestedLlvm.parse(llvm()))
                .set(LinkOption.LLVM_ARGS, ParameterParser.values(llvmArgs))
                .set(LinkOption.UNLOADABLE, LinkSettings.unloadable(library))
                .set(LinkOption.FATAL_EXPORTS, true)
                .set(LinkOption.UNROLL_LOOPS, unrollLoops)
                .set(LinkOption.IGNORE_INLINE_NEVER, ignoreInlineNever)
                .set(LinkOption.INLINE_ALL, inlineAll)
                .set(LinkOption.UNROLL_ALL, unrollAll)
                .set(LinkOption.KEEP_DWARF, keepDwarf)
                .set(LinkOption.KEEP_OPTNONE, keepOptnone)
                .set(LinkOption.ALLOW_BPF_TRAP, allowBpfTrap)
                .set(LinkOption.DISABLE_MEMORY_BUILTINS, disableMemoryBuiltins)
                .set(LinkOption.WHOLE_ARCHIVE, wholeArchive)
                .set(LinkOption.RELOCATABLE, relocatable)
                .set(LinkOption.FATAL_UNDEFINED, fatalUndefined)
                .set(LinkOption.FATAL_ERRORS, fatalErrors)
                .set(LinkOption.PANIC_EXIT, Optional.ofNullable(panicExit))
                .set(LinkOption.KERNEL_TYPES, Optional.ofNullable(kernelTypes).map(this::kernelTypes))
                .set(LinkOption.KERNEL, Optional.ofNullable(kernel).map(ParameterParser::kernel));
        List<String> names = ParameterParser.values(exports);
        if (!names.isEmpty()) {
            options.set(LinkOption.EXPORT, names);
        }
        if (cpuFeatures != null && !cpuFeatures.isEmpty()) {
            options.set(LinkOption.CPU_FEATURES, cpuFeatures);
        }
        if (choosesCpu()) {
            options.set(LinkOption.CPU, cpu());
        }
        return options.build();
    }

    private Path kernelTypes(String types) {
        return kernelTypesResolver.file(
                types,
                project().getBasedir().toPath(),
                session().getRepositorySession(),
                project().getRemoteProjectRepositories());
    }

    final Optional<Path> dumpModule() {
        return Optional.ofNullable(dumpModule).map(File::toPath);
    }
}
