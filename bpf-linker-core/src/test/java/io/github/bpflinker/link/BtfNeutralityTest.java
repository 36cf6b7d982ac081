package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** BTF describes code; asking for it must not change the code. */
class BtfNeutralityTest {

    private static final String SOURCE = """
            struct event { char bytes[96]; };
            struct { int (*type)[2]; unsigned *key; struct event *value; int (*max_entries)[4]; } events
                __attribute__((section(".maps"), used));
            static void *(*lookup)(void *, void *) = (void *)1;
            static __attribute__((noinline)) int sum(struct event *e, int n) {
                int total = 0;
                for (int i = 0; i < (n & 31); i++)
                    total += e->bytes[i] * (i + 1);
                return total;
            }
            __attribute__((section("xdp"), used)) int program(unsigned *context) {
                unsigned key = context[3];
                struct event copy;
                __builtin_memset(&copy, 1, sizeof(copy));
                struct event *found = lookup(&events, &key);
                if (!found)
                    return sum(&copy, key);
                __builtin_memcpy(&copy, found, sizeof(copy));
                switch (copy.bytes[0]) {
                case 1: return sum(found, 9);
                case 2: return sum(&copy, 4) + 3;
                default: return 2;
                }
            }
            __attribute__((section("tc"), used)) int other(unsigned *context) { return context[0] > 3 ? 0 : 2; }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O1", "-O2", "-Os"})
    void instructionsAreTheSameWithAndWithoutBtf(String level) {
        Path bitcode = Compiler.clang(
                Tool.CLANG_19,
                folder,
                "a.bc",
                SOURCE,
                "-target",
                "bpfel",
                level,
                "-Xclang",
                "-disable-O0-optnone",
                "-g",
                "-emit-llvm");
        assertThat(code(bitcode, true)).isNotEmpty().isEqualTo(code(bitcode, false));
    }

    private static Map<String, ByteBuffer> code(Path bitcode, boolean btf) {
        LinkResult result = Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(bitcode)
                        .llvm(RequestedLlvm.Known.EMBEDDED)
                        .btf(btf)
                        .build());
        ElfFile object = ElfFile.read("out", result.outputs().get(0).content());
        assertThat(object.section(".BTF").isPresent()).isEqualTo(btf);
        Map<String, ByteBuffer> code = new TreeMap<>();
        object.sections().stream()
                .filter(ElfSection::isExecutable)
                .forEach(section -> code.put(section.name(), section.content()));
        return code;
    }
}
