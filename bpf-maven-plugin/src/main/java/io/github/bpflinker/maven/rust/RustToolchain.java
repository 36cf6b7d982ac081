package io.github.bpflinker.maven.rust;

import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Rust toolchain that can build for BPF.
 *
 * @param rustc its compiler, not a proxy of rustup
 * @param cargo its cargo
 * @param sysroot the directory of its libraries
 * @param version the output of {@code rustc -vV}
 * @param prebuiltCore whether it has a prebuilt core for the target; otherwise cargo builds one from its sources
 */
record RustToolchain(Path rustc, Path cargo, Path sysroot, String version, boolean prebuiltCore) {

    private static final String LLVM = "LLVM version: ";

    /** The version of its LLVM. */
    Optional<LlvmVersion> llvm() {
        return version.lines()
                .filter(line -> line.startsWith(LLVM))
                .findFirst()
                .flatMap(line -> LlvmVersion.parse(line.substring(LLVM.length())));
    }
}
