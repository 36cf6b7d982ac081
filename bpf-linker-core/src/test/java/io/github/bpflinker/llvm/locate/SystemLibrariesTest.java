package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemLibrariesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/x86_64-linux-gnu/libLLVM.so.22.1",
                "usr/lib/x86_64-linux-gnu/libLLVM-16.so.1",
                "usr/lib/llvm-22/lib/libLLVM.so.22.1",
                "usr/lib/llvm19/lib/libLLVM.so.19.1",
                "usr/lib64/libLLVM.so.21.1",
                "usr/lib64/llvm18/lib64/libLLVM.so.18.1",
                "usr/lib/llvm/20/lib64/libLLVM.so.20.1",
                "usr/local/lib/libLLVM.so.23.0git",
                "usr/lib/libLLVM.so",
                "home/linuxbrew/.linuxbrew/opt/llvm@19/lib/libLLVM.so.19.1",
            })
    void findsWhatLinuxDistributionsInstall(String path) {
        Machine machine = new Machine(folder);
        Path library = machine.library(path);

        assertThat(new SystemLibraries(machine.environment()).find()).containsExactly(library);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opt/homebrew/opt/llvm/lib/libLLVM.dylib",
                "opt/homebrew/opt/llvm@20/lib/libLLVM.20.1.dylib",
                "usr/local/opt/llvm@18/lib/libLLVM-18.dylib",
                "opt/local/libexec/llvm-19/lib/libLLVM.dylib",
            })
    void findsWhatHomebrewAndMacPortsInstall(String path) {
        Machine machine = new Machine(folder, HostPlatform.Os.MACOSX);
        Path library = machine.library(path);

        assertThat(new SystemLibraries(machine.environment()).find()).containsExactly(library);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libLLVM.so.22.1-rust-1.95.0-stable", "libLLVMCore.so.22.1", "libLTO.so.22.1", "libLLVM.a"})
    void leavesOutOtherLibraries(String name) {
        Machine machine = new Machine(folder);
        machine.library("usr/lib/" + name);

        assertThat(new SystemLibraries(machine.environment()).find()).isEmpty();
    }

    @Test
    void findsEachLibraryOnceWhateverLinksLeadToIt() {
        Machine machine = new Machine(folder);
        Path library = machine.library("usr/lib/x86_64-linux-gnu/libLLVM.so.22.1");
        machine.link("usr/lib/x86_64-linux-gnu/libLLVM-22.so", "libLLVM.so.22.1");
        machine.link("usr/lib/llvm-22/lib/libLLVM.so.22.1", "../../x86_64-linux-gnu/libLLVM.so.22.1");
        machine.link("usr/lib/llvm-22/lib/libLLVM.so.1", "libLLVM.so.22.1");
        machine.link("lib", "usr/lib");
        machine.link("usr/lib/llvm-21/lib/libLLVM.so", "libLLVM.so.21.1");

        assertThat(new SystemLibraries(machine.environment()).find()).containsExactly(library);
    }

    @Test
    void looksFirstWhereTheLoaderWasToldToAndThenWhereItIsConfiguredTo() {
        Machine machine = new Machine(folder).loaderSearches("mine");
        machine.file("etc/ld.so.conf.d/b.conf", "# libraries of b\n  /opt/b/lib  \nrelative/lib\n\n/opt/\0/lib\n");
        machine.file("etc/ld.so.conf.d/a.conf", "/opt/a/lib");
        machine.file("etc/ld.so.conf.d/README", "/opt/c/lib");

        assertThat(new SystemLibraries(machine.environment()).places())
                .startsWith(
                        machine.at("mine"),
                        machine.at("opt/a/lib"),
                        machine.at("opt/b/lib"),
                        machine.at("usr/local/lib"));
    }

    @Test
    void looksOnWindowsWhereTheLoaderDoesWhateverTheCaseOfItsVariables() {
        Machine machine = new Machine(folder, HostPlatform.Os.WINDOWS);
        machine.variable("Path", machine.at("tools").toString());
        machine.variable("ProgramFiles", machine.at("Program Files").toString());
        Path onPath = machine.library("tools/LLVM-C.dll");
        Path installed = machine.library("Program Files/LLVM/bin/LLVM-C.dll");

        assertThat(new SystemLibraries(machine.environment()).find()).containsExactly(onPath, installed);
    }

    @Test
    void findsAllInAFolderThatTheUserNames() {
        Machine machine = new Machine(folder);
        Path own = machine.library("prefix/libLLVM.so.20.1");
        Path rustc = machine.library("prefix/lib/libLLVM.so.22.1-rust-1.95.0-stable");
        machine.file("prefix/lib/libLLVM-22-rust-1.95.0-stable.so", "INPUT(x)");
        machine.library("prefix/lib/liblldb.so");

        assertThat(SystemLibraries.in(machine.at("prefix"))).containsExactly(own, rustc);
        assertThat(SystemLibraries.in(machine.at("missing"))).isEmpty();
    }
}
