package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import java.nio.file.Files;
import java.nio.file.Path;

/** Determines the Rust toolchain that a build would use, for {@code bpf:doctor}. */
public final class RustToolchainFinder {

    private RustToolchainFinder() {}

    /**
     * The toolchain that builds a crate.
     *
     * @param rustc its compiler
     * @param cargo its cargo
     * @param version the version of the compiler in one line
     * @param prebuiltCore whether it has a prebuilt core for BPF; otherwise cargo builds one
     */
    public record Found(Path rustc, Path cargo, String version, boolean prebuiltCore) {}

    /**
     * Finds the toolchain.
     *
     * @param object for messages
     * @param folder the directory of the crate, or any other
     * @throws io.github.bpflinker.maven.BuildFailure if there is no suitable toolchain
     */
    public static Found find(RustSettings settings, String object, Path folder, Endianness endianness, BuildLog log) {
        RustToolchain toolchain = new RustToolchainSelector(settings, RustHome.of(settings.environment()), log)
                .choose(object, folder, endianness);
        String version = toolchain.version().lines().findFirst().orElse("rustc");
        return new Found(toolchain.rustc(), toolchain.cargo(), version, toolchain.prebuiltCore());
    }

    /** Whether the crate or its workspace has a Cargo.lock. */
    public static boolean hasLock(Path crate) {
        for (Path folder = crate.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("Cargo.toml")) && Files.exists(folder.resolve("Cargo.lock"))) {
                return true;
            }
        }
        return false;
    }
}
