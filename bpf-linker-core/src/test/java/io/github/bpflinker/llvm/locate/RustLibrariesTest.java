package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.SharedLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustLibrariesTest {

    private static final String RUSTUP = "home/me/.rustup/";
    private static final String STABLE = "stable-x86_64-unknown-linux-gnu";
    private static final String NIGHTLY = "nightly-x86_64-unknown-linux-gnu";

    @TempDir
    Path folder;

    @Test
    void takesTheLibraryAndNotTheLinkerScriptBesideIt() {
        Machine machine = new Machine(folder);
        Path library = machine.library(RUSTUP + "toolchains/" + STABLE + "/lib/libLLVM.so.22.1-rust-1.95.0-stable");
        machine.file(
                RUSTUP + "toolchains/" + STABLE + "/lib/libLLVM-22-rust-1.95.0-stable.so",
                "INPUT(libLLVM.so.22.1-rust-1.95.0-stable)\n");
        machine.library(RUSTUP + "toolchains/" + STABLE + "/lib/librustc_driver-6108105cd7e839cf.so");

        assertThat(find(machine)).containsExactly(library);
    }

    @Test
    void takesTheDefaultToolchainFirst() {
        Machine machine = new Machine(folder);
        Path nightly = toolchain(machine, NIGHTLY);
        Path stable = toolchain(machine, STABLE);

        assertThat(find(machine)).containsExactly(nightly, stable);

        settings(machine, STABLE);

        assertThat(find(machine)).containsExactly(stable, nightly);
    }

    @Test
    void takesTheToolchainOfTheEnvironmentBeforeTheDefault() {
        Machine machine = new Machine(folder);
        Path nightly = toolchain(machine, NIGHTLY);
        Path stable = toolchain(machine, STABLE);
        settings(machine, STABLE);

        assertThat(find(machine.variable("RUSTUP_TOOLCHAIN", NIGHTLY))).containsExactly(nightly, stable);
        assertThat(find(machine.variable("RUSTUP_TOOLCHAIN", "nightly"))).containsExactly(nightly, stable);
        assertThat(find(machine.variable("RUSTUP_TOOLCHAIN", "beta"))).containsExactly(stable, nightly);
        assertThat(find(machine.variable("RUSTUP_TOOLCHAIN", " "))).containsExactly(stable, nightly);
    }

    @Test
    void takesAToolchainThatIsNamedByItsFolder() {
        Machine machine = new Machine(folder);
        Path built = machine.library("src/rust/build/lib/libLLVM.so.23.0-rust-1.99.0-dev");
        Path stable = toolchain(machine, STABLE);

        machine.variable("RUSTUP_TOOLCHAIN", machine.at("src/rust/build").toString());

        assertThat(find(machine)).containsExactly(built, stable);
    }

    @Test
    void followsTheRustcOfThePath() {
        Machine machine = new Machine(folder);
        Path stable = toolchain(machine, STABLE);
        Path own = sysroot(machine, "opt/rust");
        machine.link("bin/rustc", "../opt/rust/bin/rustc");
        machine.variable("PATH", machine.at("bin").toString());

        assertThat(find(machine)).containsExactly(own, stable);
    }

    @Test
    void takesForRustupsProxyTheActiveToolchain() {
        Machine machine = new Machine(folder);
        Path nightly = toolchain(machine, NIGHTLY);
        Path stable = toolchain(machine, STABLE);
        Path own = sysroot(machine, "usr");
        machine.file("home/me/.cargo/bin/rustup", new byte[] {1});
        machine.link("home/me/.cargo/bin/rustc", "rustup");
        machine.variable("PATH", machine.at("home/me/.cargo/bin").toString());
        settings(machine, "stable");

        assertThat(find(machine)).containsExactly(stable, own, nightly);
    }

    @Test
    void takesTheRustcThatTheEnvironmentNamesBeforeThatOfThePath() {
        Machine machine = new Machine(folder);
        Path onPath = sysroot(machine, "opt/rust");
        Path named = sysroot(machine, "opt/other");
        machine.variable("PATH", machine.at("opt/rust/bin").toString());

        machine.variable("RUSTC", machine.at("opt/other/bin/rustc").toString());

        assertThat(find(machine)).containsExactly(named, onPath);
    }

    @Test
    void obeysTheVariableThatMovesRustup() {
        Machine machine = new Machine(folder);
        toolchain(machine, STABLE);
        Path moved = machine.library("opt/rustup/toolchains/mine/lib/libLLVM.so.22.1-rust-1.95.0-stable");

        machine.variable("RUSTUP_HOME", machine.at("opt/rustup").toString());

        assertThat(find(machine)).containsExactly(moved);
    }

    /** As Debian has it: the driver in the folder of the architecture, LLVM beside it. */
    @Test
    void takesTheSystemsLibraryThatARustcOfADistributionLoads() {
        Machine machine = new Machine(folder);
        distribution(machine, "usr/lib/x86_64-linux-gnu", "libLLVM.so.22.1");
        Path used = machine.library("usr/lib/x86_64-linux-gnu/libLLVM.so.22.1");
        machine.library("usr/lib/x86_64-linux-gnu/libLLVM.so.19.1");

        assertThat(find(machine)).containsExactly(used);
        assertThat(new RustLibraries(machine.environment()).places())
                .containsExactly(machine.at("usr/lib"), machine.at("usr/lib/x86_64-linux-gnu"));
    }

    /** As Alpine has it: each LLVM in a folder of its own, which the loader finds by a link or its configuration. */
    @Test
    void looksForItWhereTheLoaderDoes() {
        Machine machine = new Machine(folder);
        distribution(machine, "usr/lib", "libLLVM.so.20.1");
        Path used = machine.library("usr/lib/llvm20/lib/libLLVM.so.20.1");
        machine.library("usr/lib/llvm21/lib/libLLVM.so.21.1");

        assertThat(find(machine)).containsExactly(used);
    }

    @Test
    void addsNothingForARustcThatHasLlvmLinkedIn() {
        Machine machine = new Machine(folder);
        distribution(machine, "usr/lib");
        machine.library("usr/lib/libLLVM.so.22.1");

        assertThat(find(machine)).isEmpty();
    }

    @Test
    void addsNothingForADriverThatIsDamaged() {
        Machine machine = new Machine(folder);
        distribution(machine, "usr/lib", "libLLVM.so.22.1");
        machine.library("usr/lib/libLLVM.so.22.1");
        machine.library("usr/lib/librustc_driver-ea0e99b300280386.so");

        assertThat(find(machine)).isEmpty();
    }

    @Test
    void takesTheLibraryOfAToolchainThatItsDriverNames() {
        Machine machine = new Machine(folder);
        String toolchain = RUSTUP + "toolchains/" + STABLE;
        Path used = machine.library(toolchain + "/lib/libLLVM.so.22.1-rust-1.95.0-stable");
        machine.library(toolchain + "/lib/libLLVM.so.21.1-rust-1.90.0-stable");
        machine.file(toolchain + "/bin/rustc", SharedLibrary.needing("librustc_driver-6108105cd7e839cf.so"));
        machine.file(
                toolchain + "/lib/librustc_driver-6108105cd7e839cf.so",
                SharedLibrary.needing("libLLVM.so.22.1-rust-1.95.0-stable"));

        assertThat(find(machine)).containsExactly(used);
    }

    @Test
    void knowsTheNamesOfMacsAndThatWindowsHasNone() {
        String library = RUSTUP + "toolchains/stable-aarch64-apple-darwin/lib/libLLVM.dylib";
        Machine mac = new Machine(folder, HostPlatform.Os.MACOSX);
        Path found = mac.library(library);

        assertThat(find(mac)).containsExactly(found);
        assertThat(find(new Machine(folder, HostPlatform.Os.WINDOWS))).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNoRust() {
        assertThat(find(new Machine(folder))).isEmpty();
    }

    @Test
    void settingsThatArentTextAreNoObstacle() {
        Machine machine = new Machine(folder);
        Path stable = toolchain(machine, STABLE);
        for (byte[] content : List.of(new byte[] {(byte) 0xff, 0}, new byte[0])) {
            machine.file(RUSTUP + "settings.toml", content);

            assertThat(find(machine)).containsExactly(stable);
        }
    }

    private static Set<Path> find(Machine machine) {
        return new RustLibraries(machine.environment()).find();
    }

    private static void distribution(Machine machine, String libraries, String... needed) {
        machine.file("usr/bin/rustc", SharedLibrary.needing("librustc_driver-ea0e99b300280386.so", "libc.so.6"));
        machine.folder("usr/lib/rustlib");
        machine.file(libraries + "/librustc_driver-ea0e99b300280386.so", SharedLibrary.needing(needed));
    }

    private static Path toolchain(Machine machine, String name) {
        return machine.library(RUSTUP + "toolchains/" + name + "/lib/libLLVM.so.22.1-rust-" + name);
    }

    private static Path sysroot(Machine machine, String path) {
        machine.file(path + "/bin/rustc", new byte[] {1});
        machine.folder(path + "/lib/rustlib");
        return machine.library(path + "/lib/libLLVM.so.22.1-rust-1.95.0-stable");
    }

    private static void settings(Machine machine, String defaultToolchain) {
        machine.file(
                RUSTUP + "settings.toml",
                "version = \"12\"\ndefault_toolchain = \"" + defaultToolchain + "\"\nprofile = \"minimal\"\n");
    }
}
