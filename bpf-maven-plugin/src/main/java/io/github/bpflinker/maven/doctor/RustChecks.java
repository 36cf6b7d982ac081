package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.doctor.Check.Area;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustToolchainFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks the Rust toolchain and each crate. */
final class RustChecks {

    private static final String INSTALL = "apt-get install rustc-web cargo-web libstd-rust-web-dev-bpf (Debian), or"
            + " rustup toolchain install nightly --component rust-src";

    private RustChecks() {}

    static List<Check> run(DoctorRequest request, BuildLog log) {
        List<Check> checks = new ArrayList<>();
        for (Endianness endianness : request.endiannesses()) {
            checks.add(toolchain(request, endianness, log));
        }
        for (ObjectSpec object : request.objects()) {
            object.crate().ifPresent(crate -> checks.add(lock(object, crate)));
        }
        return checks;
    }

    private static Check toolchain(DoctorRequest request, Endianness endianness, BuildLog log) {
        String name = "rustc for " + endianness.target();
        Path folder = request.objects().stream()
                .flatMap(object -> object.crate().stream())
                .findFirst()
                .orElse(request.base());
        try {
            RustToolchainFinder.Found rust =
                    RustToolchainFinder.find(request.rust(), "doctor", folder, endianness, log);
            String core = rust.prebuiltCore() ? "core for BPF is there" : "core for BPF is built from rust-src";
            return Check.found(
                    Area.RUST, name, rust.version(), rust.rustc().toString(), core + "; cargo is " + rust.cargo());
        } catch (BuildFailure e) {
            String why = e.reason() instanceof MachineReason.RustcWithoutBpf none
                    ? none.tried()
                    : "no rustc and cargo found";
            return Check.missing(Area.RUST, name, request.hasRust(), why, INSTALL);
        }
    }

    private static Check lock(ObjectSpec object, Path crate) {
        String name = "crate of " + object.name();
        return RustToolchainFinder.hasLock(crate)
                ? Check.found(Area.RUST, name, "", crate.toString(), "")
                : Check.note(
                        Area.RUST,
                        name,
                        crate.toString(),
                        "has no Cargo.lock; cargo will write one among the sources",
                        "cargo generate-lockfile --manifest-path " + crate.resolve("Cargo.toml")
                                + ", and keep the file with the sources");
    }
}
