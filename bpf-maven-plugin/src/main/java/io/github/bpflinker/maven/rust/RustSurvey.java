package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code bpf:doctor} wants to know of Rust: the same that a build would use. */
public final class RustSurvey {

    private RustSurvey() {}

    /**
     * The Rust that a crate is built with.
     *
     * @param rustc its compiler
     * @param cargo its cargo
     * @param version the compiler's version in one line
     * @param prebuiltCore whether it has a core for BPF; otherwise cargo builds one
     */
    public record Found(Path rustc, Path cargo, String version, boolean prebuiltCore) {}

    /**
     * Looks for it.
     *
     * @param object for messages
     * @param folder the crate's, or any other
     * @throws io.github.bpflinker.maven.BuildFailure if there is none
     */
    public static Found find(RustSettings settings, String object, Path folder, Endianness endianness, BuildLog log) {
        RustToolchain toolchain = new RustToolchains(settings, RustHome.of(settings.environment()), log)
                .choose(object, folder, endianness);
        String version = toolchain.version().lines().findFirst().orElse("rustc");
        return new Found(toolchain.rustc(), toolchain.cargo(), version, toolchain.prebuiltCore());
    }

    /** Whether the versions of a crate's dependencies are fixed, by a file of its own or of its workspace. */
    public static boolean hasLock(Path crate) {
        for (Path folder = crate.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("Cargo.toml")) && Files.exists(folder.resolve("Cargo.lock"))) {
                return true;
            }
        }
        return false;
    }
}
