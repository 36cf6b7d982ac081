package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.ElfBuilder;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedBitcodeTest {

    private static final String SECTION = ".llvmbc";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "-fembed-bitcode, bpfel",
        "-fembed-bitcode=all, bpfeb",
        "-fembed-bitcode=bitcode, x86_64-linux-gnu",
        "-fembed-bitcode, mips-linux-gnu",
    })
    void takesTheBitcodeOutOfObjectsOfAnyMachine(String option, String target) {
        Path object = compiled("a.o", target, option);

        assertThat(modules(object)).singleElement().satisfies(module -> {
            assertThat(module.name()).isEqualTo(object.toString());
            assertThat(module.data().order(ByteOrder.BIG_ENDIAN).getInt()).isEqualTo(0x4243c0de);
            assertThat(module.producer()).isPresent();
        });
    }

    @Test
    void aMarkerIsNoBitcode() {
        Path object = compiled("a.o", "bpf", "-fembed-bitcode=marker");

        assertThat(InputReader.read(Input.of(object))).isInstanceOf(CompiledObject.class);
    }

    @Test
    void splitsWhatARelocatableLinkPutTogether() {
        Path linker = Tool.BINUTILS.require();
        compiled("a.o", "x86_64-linux-gnu", "-fembed-bitcode");
        compiled("b.o", "x86_64-linux-gnu", "-fembed-bitcode", "-DNAME=g");
        Command.run(folder, List.of(linker.toString(), "-r", "a.o", "b.o", "-o", "ab.o"))
                .orFail();

        assertThat(modules(folder.resolve("ab.o")))
                .extracting(ModuleSource::name)
                .containsExactly(folder.resolve("ab.o").toString(), folder.resolve("ab.o") + "#2");
    }

    @Test
    void takesEverySectionOfBitcode() {
        byte[] bitcode = BitcodeBuilder.withMagic().emptyBlock(8, 2).bytes();
        ByteBuffer object = new ElfBuilder(false, ByteOrder.BIG_ENDIAN)
                .section(SECTION, ElfSection.PROGBITS, 0, bitcode)
                .section(".llvmcmd", ElfSection.PROGBITS, 0, new byte[3])
                .section(SECTION, ElfSection.PROGBITS, 0, bitcode)
                .build();

        ModuleInput input = (ModuleInput) InputReader.read(Input.of("two.o", object));

        assertThat(input.modules()).hasSize(2).allSatisfy(module -> assertThat(module.data())
                .isEqualTo(ByteBuffer.wrap(bitcode)));
        assertThat(input.modules().get(1).name()).isEqualTo("two.o#2");
    }

    private Path compiled(String name, String target, String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "-target";
        all[1] = target;
        all[2] = "-O2";
        System.arraycopy(options, 0, all, 3, options.length);
        String source = "#ifndef NAME\n#define NAME f\n#endif\nint NAME(int x) { return x + 1; }";
        return Compiler.clang(Tool.CLANG_22, folder, name, source, all);
    }

    private static List<ModuleSource> modules(Path object) {
        return ((ModuleInput) InputReader.read(Input.of(object))).modules();
    }
}
