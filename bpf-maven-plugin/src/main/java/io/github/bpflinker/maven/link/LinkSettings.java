package io.github.bpflinker.maven.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a project asks of its links. An object or a variant may have a CPU, exports or an optimization of its own.
 *
 * @param cpu the BPF CPU; {@link #CPU_OF_SOURCES} if nobody chose one
 * @param cpuFeatures LLVM target features; may be empty
 * @param optimization the level: 0, 1, 2, 3, s or z
 * @param btf whether objects get BTF
 * @param exports the symbols that stay visible; absent for whatever a loader looks up
 * @param llvm which libLLVM: auto, embedded, rustc, system or a path
 * @param llvmArgs options for LLVM itself
 * @param library whether objects may be without programs
 * @param flags options of the linker's command line that are on or off
 * @param linkMap whether to write a link map beside the bitcode
 * @param timeout how long one link may take
 */
public record LinkSettings(
        String cpu,
        String cpuFeatures,
        String optimization,
        boolean btf,
        Optional<List<String>> exports,
        String llvm,
        List<String> llvmArgs,
        boolean library,
        List<String> flags,
        boolean linkMap,
        Duration timeout) {

    /** The CPU that the linker replaces by the newest one that the chosen kernel knows. */
    public static final String CPU_OF_KERNEL = "generic";

    /** What C was compiled for, and the usual CPU where Rust is part of an object: rustc compiles for the oldest. */
    public static final String CPU_OF_SOURCES = "sources";

    /** The CPU of objects for which nobody chose one. */
    public static final String USUAL_CPU = "v3";

    public LinkSettings {
        exports = exports.map(List::copyOf);
        llvmArgs = List.copyOf(llvmArgs);
        flags = List.copyOf(flags);
    }
}
