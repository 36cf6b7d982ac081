package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.maven.link.LinkEngine;
import io.github.bpflinker.maven.link.LinkSettings;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.worker.WorkerPool;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** What the goals share that link. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class AbstractLinkMojo extends AbstractObjectsMojo {

    /**
     * The symbols that stay visible in the objects. By default whatever a loader looks up: programs, maps, the license,
     * global variables, and global functions that are {@code noinline} or weak.
     *
     * <p>Example: {@code <exports><export>on_exec</export></exports>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.exports")
    private @Nullable List<String> exports;

    /**
     * LLVM target features to turn on or off.
     *
     * <p>Example: {@code <cpuFeatures>+alu32,-dwarfris</cpuFeatures>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cpuFeatures")
    private @Nullable String cpuFeatures;

    /**
     * How hard to optimize: {@code 0}, {@code 1}, {@code 2}, {@code 3}, {@code s} or {@code z}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.optimization", defaultValue = "2")
    private String optimization;

    /**
     * Leaves functions alone that ask not to be optimized, as those of C compiled with {@code -O0} do. By default they are
     * optimized all the same, with a warning: kernels refuse most code that is not.
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
     * The oldest kernel that is to load the objects. Stands for the CPU and for how calls, loops and panics are made, and
     * what that kernel would refuse fails the link, with its source line.
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
     * Whether objects may be without a program, as what others link or load with theirs. Otherwise it fails the build that
     * an object has no program, or has one that loaders don't know or refuse. An {@code <object>} may say it for itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.library", defaultValue = "false")
    private boolean library;

    /**
     * What a program returns when it panics, in place of the endless loop that most panic handlers are and that no kernel
     * accepts. By default the panic handler is left as it is, with {@code <kernel>} it is {@code 0}.
     *
     * <p>Example: {@code <panicExit>2</panicExit>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.panicExit")
    private @Nullable Integer panicExit;

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
     * Keeps DWARF in the objects beside their BTF, for debuggers and disassemblers.
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
     * Inlines even what is marked {@code noinline}, for kernels without function calls (before Linux 4.16).
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.ignoreInlineNever", defaultValue = "false")
    private boolean ignoreInlineNever;

    /**
     * Leaves calls of {@code __bpf_trap} where LLVM puts them, which kernels before Linux 6.16 refuse.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.allowBpfTrap", defaultValue = "false")
    private boolean allowBpfTrap;

    /**
     * Treats {@code memcpy} and its like as any other function.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.disableMemoryBuiltins", defaultValue = "false")
    private boolean disableMemoryBuiltins;

    /**
     * Links every member of every archive, needed or not.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.wholeArchive", defaultValue = "false")
    private boolean wholeArchive;

    /**
     * Whether a symbol that is used and defined nowhere fails the build, because loaders refuse such an object; weak ones,
     * kernel functions and variables ({@code __ksym}) and configuration ({@code __kconfig}) do not. Otherwise it is a
     * warning in every build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.fatalUndefined", defaultValue = "true")
    private boolean fatalUndefined;

    /**
     * Whether errors that LLVM reports fail the build; without it the output is written in spite of them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.fatalErrors", defaultValue = "true")
    private boolean fatalErrors;

    /**
     * A folder for the modules before and after optimization, as LLVM IR: {@code NAME/pre-opt.ll} and
     * {@code NAME/post-opt.ll}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.dumpModule")
    private @Nullable File dumpModule;

    /**
     * How many seconds one link may take.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.timeout", defaultValue = "300")
    private int timeout;

    private final WorkerPool workers;

    AbstractLinkMojo(BuildContext markers, NativesResolver nativesResolver, WorkerPool workers) {
        super(markers, nativesResolver);
        this.workers = workers;
    }

    /**
     * What links, with the settings of this goal.
     *
     * @param relocatable whether to merge only
     */
    final LinkEngine engine(boolean relocatable) {
        PluginArtifacts own = ownFiles();
        LinkSettings settings = new LinkSettings(
                options(relocatable), Duration.ofSeconds(ParameterParser.seconds("timeout", timeout)));
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

    final Optional<Path> dumpModule() {
        return Optional.ofNullable(dumpModule).map(File::toPath);
    }
}
