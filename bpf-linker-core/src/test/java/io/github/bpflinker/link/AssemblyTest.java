package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.testing.Compiler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Assembly shows what the object has. */
class AssemblyTest {

    private static final String SOURCE = """
            struct other { int field; };
            struct event { struct other *other; long count; };
            struct event events;
            static __attribute__((noinline)) long sum(struct event *event) { return event->count + 1; }
            __attribute__((section("socket"), used)) int program(void *context) { return sum(&events); }
            """;

    @TempDir
    Path folder;

    @Test
    void assembledItHasTheCodeAndTheBtfOfTheObject() throws IOException {
        Path bitcode = Compiler.embeddedClang(folder, "a.bc", SOURCE, "--target=bpfel", "-O2", "-g", "-emit-llvm");
        List<LinkResult.Output> outputs = Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(bitcode)
                        .llvm(RequestedLlvm.Known.EMBEDDED)
                        .btf(true)
                        .emit(OutputKind.OBJ, OutputKind.ASM)
                        .build())
                .outputs();
        Path assembly = folder.resolve("a.s");
        byte[] text = new byte[outputs.get(1).content().remaining()];
        outputs.get(1).content().duplicate().get(text);
        Files.write(assembly, text);
        Compiler.llvm(folder, "llvm-mc", "--triple=bpfel", "--filetype=obj", "-o", "again.o", assembly.toString());

        ElfFile object = ElfFile.read("object", outputs.get(0).content());
        ElfFile again = ElfFile.read("again", ByteBuffer.wrap(Files.readAllBytes(folder.resolve("again.o"))));
        for (String section : List.of("socket", ".text", ".BTF", ".BTF.ext")) {
            assertThat(content(again, section)).as(section).isEqualTo(content(object, section));
        }
        assertThat(names(again)).noneMatch(name -> name.startsWith(".debug_info"));
    }

    private static ByteBuffer content(ElfFile file, String section) {
        return file.section(section).orElseThrow().content();
    }

    private static Stream<String> names(ElfFile file) {
        return file.sections().stream().map(ElfSection::name);
    }
}
