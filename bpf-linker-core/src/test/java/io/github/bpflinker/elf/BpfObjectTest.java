package io.github.bpflinker.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BpfObjectTest {

    private static final String SOURCE = """
            #define SEC(name) __attribute__((section(name), used))
            struct { int (*type)[1]; int *key; } table SEC(".maps");
            struct { unsigned type, key, value, max, flags; } old SEC("maps") = {1, 4, 4, 8, 0};
            char _license[] SEC("license") = "GPL";
            int counter;
            int start = 7;
            int suffixed SEC(".data.more") = 8;
            const volatile int limit = 9;
            extern int kernel_function(int) __attribute__((section(".ksyms")));
            static __attribute__((noinline)) int helper(int x) { return x + counter + start + suffixed + limit; }
            __attribute__((noinline)) int global_helper(int x) { return helper(x) * 2; }
            SEC("xdp") int pass(void *c) { return global_helper(*(int *) c) + kernel_function(1); }
            SEC("tc") int big(void *c) { return *(int *) &table + 0x123456789abcdefLL > (long) c; }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void tellsProgramsFromSubprograms(String target) throws IOException {
        BpfObject object = compiled(SOURCE, target);

        assertThat(object.programs())
                .extracting(BpfFunction::name, f -> f.section().name())
                .containsExactlyInAnyOrder(tuple("pass", "xdp"), tuple("big", "tc"));
        assertThat(object.subprograms())
                .extracting(BpfFunction::name, BpfFunction::exported)
                .containsExactlyInAnyOrder(tuple("helper", false), tuple("global_helper", true));
        long sum =
                object.functions().stream().mapToLong(BpfFunction::instructions).sum();
        assertThat(object.instructions()).isEqualTo(sum).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void decodesInstructionsOfEitherByteOrder(String target) throws IOException {
        BpfObject object =
                compiled("__attribute__((section(\"xdp\"))) long f(void) { return 0x123456789abcdef0L; }", target);

        List<Instruction> code = object.code(object.programs().get(0));

        assertThat(code).hasSize(3);
        assertThat(code.get(0)).isEqualTo(new Instruction(0x18, 0, 0, (short) 0, 0x9abcdef0));
        assertThat(code.get(0).isWide()).isTrue();
        assertThat(code.get(1)).isEqualTo(new Instruction(0, 0, 0, (short) 0, 0x12345678));
        assertThat(code.get(2)).isEqualTo(new Instruction(0x95, 0, 0, (short) 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void decodesRegistersOfEitherByteOrder(String target) throws IOException {
        BpfObject object = compiled(
                "__attribute__((section(\"xdp\"))) long f(long a, long b) { return *(long *) (b + 8); }", target);

        assertThat(object.code(object.programs().get(0)).get(0)).isEqualTo(new Instruction(0x79, 0, 2, (short) 8, 0));
    }

    @Test
    void aLoneFunctionInTextIsAProgram() throws IOException {
        assertThat(compiled("int f(void) { return 0; }", "bpf").programs())
                .extracting(BpfFunction::name)
                .containsExactly("f");
        assertThat(compiled("int f(void) { return 0; } int g(void) { return 1; }", "bpf")
                        .programs())
                .isEmpty();
    }

    @Test
    void listsMapsAndGlobalDataAsALoaderMakesThem() throws IOException {
        assertThat(compiled(SOURCE, "bpf").maps())
                .extracting(ObjectMap::name, ObjectMap::kind, ObjectMap::size)
                .containsExactlyInAnyOrder(
                        tuple("table", ObjectMap.Kind.BTF_DEFINED, 16L),
                        tuple("old", ObjectMap.Kind.LEGACY, 20L),
                        tuple(".bss", ObjectMap.Kind.GLOBAL_DATA, 4L),
                        tuple(".data", ObjectMap.Kind.GLOBAL_DATA, 4L),
                        tuple(".data.more", ObjectMap.Kind.GLOBAL_DATA, 4L),
                        tuple(".rodata", ObjectMap.Kind.GLOBAL_DATA, 4L));
    }

    @Test
    void knowsLicenseUndefinedSymbolsRelocationsAndBtf() throws IOException {
        BpfObject object = compiled(SOURCE, "bpf");

        assertThat(object.license()).contains("GPL");
        assertThat(object.undefinedSymbols()).extracting(ElfSymbol::name).containsExactly("kernel_function");
        assertThat(object.relocations()).anySatisfy(r -> {
            assertThat(r.section().name()).isEqualTo("xdp");
            assertThat(r.relocation().symbol().name()).isEqualTo("kernel_function");
            assertThat(r.relocation().type()).isEqualTo(ElfRelocation.R_BPF_64_32);
        });
        assertThat(object.btfSize()).isPositive();
        assertThat(object.btfExtSize()).isPositive();
        assertThat(compiled("int f(void) { return 0; }", "bpf").license()).isEmpty();
    }

    @Test
    void refusesOtherMachines() throws IOException {
        Path object = Compiler.clang(Tool.CLANG_22, folder, "x86.o", "int a;", "-target", "x86_64-linux-gnu");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(object));

        assertThatThrownBy(() -> BpfObject.read("x86.o", bytes)).isInstanceOfSatisfying(LinkException.class, e -> {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.ELF_INVALID);
            assertThat(e.diagnostic().detail()).contains("machine 62");
        });
    }

    private BpfObject compiled(String source, String target) throws IOException {
        Path object = Compiler.clang(Tool.CLANG_22, folder, "a.o", source, "-target", target, "-O2", "-g");
        return BpfObject.read("a.o", ByteBuffer.wrap(Files.readAllBytes(object)));
    }
}
