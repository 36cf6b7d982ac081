package io.github.bpflinker.maven.rust;

import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Rust that can build for BPF.
 *
 * @param rustc its compiler, no proxy of rustup's
 * @param cargo the cargo that goes with it
 * @param sysroot where its libraries are
 * @param version what the compiler says about itself, in lines
 * @param prebuiltCore whether it has a core for the target; otherwise cargo builds one out of its sources
 */
record RustToolchain(Path rustc, Path cargo, Path sysroot, String version, boolean prebuiltCore) {

    private static final String LLVM = "LLVM version: ";

    /** The LLVM that writes its bitcode. */
    Optional<LlvmVersion> llvm() {
        return version.lines()
                .filter(line -> line.startsWith(LLVM))
                .findFirst()
                .flatMap(line -> LlvmVersion.parse(line.substring(LLVM.length())));
    }
}
