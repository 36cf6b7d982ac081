package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustInputTest {

    private static final String LIBRARY = """
            #![no_std]
            #[inline(never)] #[no_mangle] pub fn in_library(a: u32) -> u32 { a + 1 }
            """;

    private static final String PROGRAM = """
            #![no_std]
            #![no_main]
            #[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
            #[no_mangle] #[link_section = "xdp"]
            pub extern "C" fn program(c: *const u32) -> u32 { unsafe { *c.add(3) } }
            """;

    @TempDir
    Path folder;

    @Test
    void anObjectOfRustcIsBitcode() {
        Path object = Compiler.rustc(folder, "lib.o", LIBRARY, "--crate-type=lib", "--emit=obj");

        assertThat(InputReader.read(Input.of(object))).isInstanceOfSatisfying(ModuleInput.class, input -> assertThat(
                        input.modules())
                .singleElement()
                .satisfies(module ->
                        assertThat(module.producer().orElseThrow().version()).isPresent()));
    }

    @Test
    void aCrateIsAnArchiveWithMetadata() {
        Path crate = Compiler.rustc(folder, "libcrate.rlib", LIBRARY, "--crate-type=rlib");

        Archive archive = (Archive) InputReader.read(Input.of(crate));

        assertThat(archive.symbolTable().get("in_library"))
                .singleElement()
                .satisfies(member -> assertThat(member.content()).get().isInstanceOf(ModuleInput.class));
        assertThat(archive.members()).anySatisfy(member -> {
            assertThat(member.name()).isEqualTo("lib.rmeta");
            assertThat(member.content()).isEmpty();
        });
    }

    @Test
    void everyMemberOfTheStandardCratesIsBitcodeOrMetadata() throws IOException {
        Tool.RUSTC.require();
        for (Path crate : standardCrates()) {
            Archive archive = (Archive) InputReader.read(Input.of(crate));
            assertThat(archive.symbolTable()).isNotEmpty();
            for (ArchiveMember member : archive.members()) {
                assertThat(member.content().isPresent())
                        .as(member.displayName())
                        .isNotEqualTo(member.name().equals("lib.rmeta"));
            }
        }
    }

    @Test
    void theSymbolsFileOfRustcNamesWhatALinkStartsWith() throws IOException {
        Path linker = Compiler.write(folder, "linker", "#!/bin/sh\ncp \"$3\" " + folder.resolve("symbols.o") + "\n");
        assertThat(linker.toFile().setExecutable(true)).isTrue();

        Compiler.rustc(folder, "program", PROGRAM, "-C", "linker=" + linker, "-C", "save-temps");

        assertThat(InputReader.read(Input.of(folder.resolve("symbols.o"))))
                .isInstanceOfSatisfying(ObjectWithoutBitcode.class, symbols -> assertThat(symbols.undefined())
                        .contains("program"));
    }

    private static List<Path> standardCrates() throws IOException {
        String sysroot = Command.run(Tool.RUSTC.require().toString(), "--print", "sysroot")
                .orFail()
                .strip();
        Path crates = Path.of(sysroot, "lib", "rustlib", "bpfel-unknown-none", "lib");
        try (Stream<Path> files = Files.list(crates)) {
            return files.filter(file -> file.toString().endsWith(".rlib")).toList();
        }
    }
}
